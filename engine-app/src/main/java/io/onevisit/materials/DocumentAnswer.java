package io.onevisit.materials;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends a stranger's file so that no browser takes it for anything else: exact type, no sniffing, no scripts, not cached by others. */
final class DocumentAnswer {

    private DocumentAnswer() {}

    /** Images are shown, everything else is saved. */
    static ResponseEntity<Resource> of(Path file, String type, String name) {
        var disposition = type.startsWith("image/") ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.noStore()) // the next person at this computer may not find it
                .headers(headers -> {
                    headers.setContentDisposition(
                            disposition.filename(name, StandardCharsets.UTF_8).build());
                    headers.set("X-Content-Type-Options", "nosniff");
                    headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
                    headers.set("Cross-Origin-Resource-Policy", "same-origin");
                })
                .body(new FileSystemResource(file));
    }
}
