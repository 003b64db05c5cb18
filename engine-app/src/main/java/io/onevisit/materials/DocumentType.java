package io.onevisit.materials;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that are taken; everything else is refused whatever it is called. */
enum DocumentType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PDF("application/pdf", "pdf");

    private final String mediaType;
    private final List<String> extensions;

    DocumentType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    static Optional<DocumentType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    static List<String> mediaTypes() {
        return Arrays.stream(values()).map(DocumentType::mediaType).toList();
    }

    boolean fits(String fileName) {
        var dot = fileName.lastIndexOf('.');
        return dot >= 0 && extensions.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    String mediaType() {
        return mediaType;
    }
}
