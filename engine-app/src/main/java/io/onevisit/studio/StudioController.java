package io.onevisit.studio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.bundles.Bundles;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The analyst's floor over HTTP: open a bundle, check a draft, publish it. */
@RestController
@RequestMapping("/api/studio")
class StudioController {

    private static final String SHARED_NAME = "共享流程与决策";

    private final Studio studio;
    private final Bundles bundles;
    private final Accounts accounts;
    private final ElementTemplates templates;

    StudioController(Studio studio, Bundles bundles, Accounts accounts, ElementTemplates templates) {
        this.studio = studio;
        this.bundles = bundles;
        this.accounts = accounts;
        this.templates = templates;
    }

    @GetMapping("/bundles")
    List<Row> bundles() {
        return bundles.editions().stream()
                .map(edition -> new Row(
                        edition.key(),
                        nameOf(edition.key()),
                        edition.number(),
                        edition.publishedAt(),
                        edition.publishedBy(),
                        bundles.files(edition.key()).size()))
                .toList();
    }

    @GetMapping("/bundles/{key}")
    Opened open(@PathVariable String key) {
        var edition = bundles.edition(key);
        var files = bundles.files(key).entrySet().stream()
                .map(file -> new OpenFile(file.getKey(), kind(file.getKey()), new String(file.getValue(), UTF_8)))
                .toList();
        var editions = bundles.history(key).stream()
                .map(e -> new EditionRow(e.number(), e.publishedAt(), e.publishedBy(), e.note()))
                .toList();
        return new Opened(key, nameOf(key), edition.number(), editions, files);
    }

    @PostMapping("/bundles/{key}/check")
    List<Finding> check(@PathVariable String key, @RequestBody @Valid ToCheck draft) {
        bundles.edition(key);
        return studio.check(key, contents(draft.files()));
    }

    @PostMapping("/bundles/{key}/editions")
    @ResponseStatus(HttpStatus.CREATED)
    @Noted(value = Verb.PUBLISH_MODEL, kind = Kind.BUNDLE, number = "#key", why = "#publication.note()")
    Published publish(@PathVariable String key, @RequestBody @Valid Publication publication) {
        bundles.edition(key);
        var who = accounts.current().name();
        var files = contents(publication.files());
        return new Published(studio.publish(key, files, publication.note(), publication.basedOn(), who));
    }

    @GetMapping("/element-templates")
    List<JsonNode> elementTemplates() {
        return templates.all();
    }

    private String nameOf(String key) {
        return key.equals(Bundles.SHARED) ? SHARED_NAME : bundles.find(key).name();
    }

    private static String kind(String file) {
        return ModelFile.Kind.of(file).name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, byte[]> contents(List<DraftFile> files) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (var file : files) {
            if (contents.put(file.name(), file.text().getBytes(UTF_8)) != null) {
                throw Problem.invalid("file-twice", "文件 “%s” 提交了两次，请只保留一个。".formatted(file.name()));
            }
        }
        return contents;
    }

    record Row(String key, String name, int edition, Instant publishedAt, String publishedBy, int files) {}

    record Opened(String key, String name, int edition, List<EditionRow> editions, List<OpenFile> files) {}

    record EditionRow(int edition, Instant publishedAt, String publishedBy, String note) {}

    record OpenFile(String name, String kind, String text) {}

    record DraftFile(@NotBlank @Size(max = 120) String name, @NotNull String text) {}

    record ToCheck(@NotEmpty List<@Valid DraftFile> files) {}

    record Publication(
            @NotEmpty List<@Valid DraftFile> files,
            @NotBlank(message = "请写明这一版改了什么") @Size(max = 500) String note,
            int basedOn) {}

    record Published(int edition) {}
}
