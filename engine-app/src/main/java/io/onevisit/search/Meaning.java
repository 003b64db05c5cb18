package io.onevisit.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import io.onevisit.engine.DataFolder;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The meaning of a sentence as 512 numbers, near to each other for sentences that mean the same. The model (bge-small-zh,
 * quantised) runs in this process; nothing is fetched or sent. Where it cannot run, search goes on by words alone.
 */
@Component
class Meaning {

    private static final Logger log = LoggerFactory.getLogger(Meaning.class);
    private static final int KEPT = 2_000;

    private final DataFolder data;
    private final Cache<String, float[]> known =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private EmbeddingModel model;
    private boolean missing;

    Meaning(DataFolder data) {
        this.data = data;
    }

    /** Loads the model, some seconds, so that nobody has to wait for it. */
    void warm() {
        loaded();
    }

    /** Empty where the model does not run on this machine. */
    Optional<float[]> of(String sentence) {
        return Optional.ofNullable(known.getIfPresent(sentence)).or(() -> loaded().map(model -> {
            var vector = model.embed(sentence).content().vector();
            known.put(sentence, vector);
            return vector;
        }));
    }

    private synchronized Optional<EmbeddingModel> loaded() {
        if (model == null && !missing) {
            // Native libraries are unpacked into our folder, and nothing is looked for on the network.
            System.setProperty("ai.djl.offline", "true");
            System.setProperty("DJL_CACHE_DIR", data.resolve("search/model").toString());
            System.setProperty("ENGINE_CACHE_DIR", data.resolve("search/model").toString());
            try {
                model = new BgeSmallZhV15QuantizedEmbeddingModel(Runnable::run);
            } catch (RuntimeException | LinkageError e) {
                missing = true;
                log.warn("The language model does not run here, search goes by words alone: {}", e.toString());
            }
        }
        return Optional.ofNullable(model);
    }
}
