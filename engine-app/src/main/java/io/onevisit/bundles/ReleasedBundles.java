package io.onevisit.bundles;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Reads the folders of models that came with the release: processes, decisions and forms of one name are one bundle. What the
 * demonstration does with it ({@code demo.yaml}) lies beside it and is no part of an edition.
 */
@Component
class ReleasedBundles {

    private static final String[] PLACES = {
        "classpath*:processes/*/*.bpmn",
        "classpath*:processes/*/*.yaml",
        "classpath*:processes/*/*.csv",
        "classpath*:decisions/*/*.dmn",
        "classpath*:forms/*/*.form"
    };

    private static final String DEMONSTRATION = "demo.yaml";

    /** Bundle key to file name to content, shared models first. */
    Map<String, Map<String, byte[]>> read() {
        var bundles = new TreeMap<String, Map<String, byte[]>>((a, b) ->
                a.equals(b) ? 0 : a.equals(Bundles.SHARED) ? -1 : b.equals(Bundles.SHARED) ? 1 : a.compareTo(b));
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            for (var place : PLACES) {
                for (var resource : resolver.getResources(place)) {
                    var path = resource.getURL().getPath().split("/");
                    if (path[path.length - 1].equals(DEMONSTRATION)) {
                        continue;
                    }
                    bundles.computeIfAbsent(path[path.length - 2], key -> new TreeMap<>())
                            .put(path[path.length - 1], resource.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The release's models cannot be read", e);
        }
        return bundles;
    }
}
