package io.onevisit.portal;

import io.onevisit.materials.Document;
import io.onevisit.materials.Documents;
import io.onevisit.materials.PageWork;
import io.onevisit.problems.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** What somebody hands in for a material: one file as it is, or several photographs as the pages of one PDF. */
@Component
class Photos {

    private static final int MOST = 20;
    private static final String PDF = "application/pdf";

    private final Documents documents;
    private final PageWork work;

    Photos(Documents documents, PageWork work) {
        this.documents = documents;
        this.work = work;
    }

    /** A 422 problem in words where a file cannot be taken; then none of them is kept. */
    Document asOne(String owner, String material, List<String> formats, List<MultipartFile> files) throws IOException {
        if (files.size() == 1) {
            return store(owner, files.get(0));
        }
        if (files.size() > MOST) {
            throw Problem.invalid("photos-many", "一份材料一次最多选择 %d 张照片，请只上传需要的页面。".formatted(MOST));
        }
        if (!formats.contains(PDF)) {
            throw Problem.invalid("photos-one", "“%s”只能上传一个文件，请只选择一张照片。".formatted(material));
        }
        var photos = new ArrayList<Document>();
        try {
            for (var file : files) {
                photos.add(store(owner, file));
                if (!photos.get(photos.size() - 1).type().startsWith("image/")) {
                    throw Problem.invalid("photos-only", "一次选择多个文件时只能都是照片；PDF 文件请单独上传。");
                }
            }
            return work.join(
                    owner,
                    material + ".pdf",
                    photos.stream()
                            .map(photo -> new PageWork.Sheet(photo.id(), 1, 0))
                            .toList());
        } finally {
            photos.forEach(photo -> documents.forget(photo.id()));
        }
    }

    private Document store(String owner, MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            return documents.store(owner, file.getOriginalFilename(), content);
        }
    }
}
