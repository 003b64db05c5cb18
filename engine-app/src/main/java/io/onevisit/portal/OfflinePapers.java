package io.onevisit.portal;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Material;
import io.onevisit.materials.Document;
import io.onevisit.materials.Documents;
import io.onevisit.problems.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The files of an intake taken in without the network: one paper per material, several photographs being its pages. */
@Component
class OfflinePapers {

    private static final List<String> ANY_PAPER = List.of("application/pdf");

    private final Photos photos;
    private final Documents documents;
    private final Catalogue catalogue;

    OfflinePapers(Photos photos, Documents documents, Catalogue catalogue) {
        this.photos = photos;
        this.documents = documents;
        this.catalogue = catalogue;
    }

    /**
     * Stores them; none of them where one cannot be taken.
     *
     * @param materials for each file the material it is for
     */
    Map<String, Document> store(String owner, List<String> materials, List<MultipartFile> files) throws IOException {
        if (materials.size() != files.size()) {
            throw Problem.invalid("files-mismatch", "有材料文件没有传到，请重新同步。");
        }
        var parts = new LinkedHashMap<String, List<MultipartFile>>();
        for (var at = 0; at < files.size(); at++) {
            parts.computeIfAbsent(materials.get(at), key -> new ArrayList<>()).add(files.get(at));
        }
        var stored = new LinkedHashMap<String, Document>();
        try {
            for (var part : parts.entrySet()) {
                var material = catalogue.material(part.getKey());
                stored.put(
                        part.getKey(),
                        photos.asOne(
                                owner,
                                material.map(Material::name).orElse(part.getKey()),
                                material.map(Material::formats).orElse(ANY_PAPER),
                                part.getValue()));
            }
            return stored;
        } catch (IOException | RuntimeException refused) {
            forget(stored);
            throw refused;
        }
    }

    void forget(Map<String, Document> stored) {
        stored.values().forEach(document -> documents.forget(document.id()));
    }
}
