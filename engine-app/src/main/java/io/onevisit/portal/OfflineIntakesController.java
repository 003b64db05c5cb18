package io.onevisit.portal;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.bundles.Bundles;
import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 离线收件: prepared while the network is there, taken over when it is back. */
@RestController
@RequestMapping("/api/offline-intakes")
class OfflineIntakesController {

    private final Accounts accounts;
    private final OfflineIntakes intakes;
    private final OfflineForms forms;
    private final OfflineKeys keys;
    private final OfflinePapers papers;
    private final Bundles bundles;

    OfflineIntakesController(
            Accounts accounts,
            OfflineIntakes intakes,
            OfflineForms forms,
            OfflineKeys keys,
            OfflinePapers papers,
            Bundles bundles) {
        this.accounts = accounts;
        this.intakes = intakes;
        this.forms = forms;
        this.keys = keys;
        this.papers = papers;
        this.bundles = bundles;
    }

    @GetMapping("/forms")
    OfflineForms.Prepared form(
            @RequestParam(required = false) String bundle,
            @RequestParam(required = false) String item,
            @RequestParam String region) {
        if ((bundle == null) == (item == null)) {
            throw Problem.invalid("subject-missing", "请选择要准备的一件事或事项。").with("field", "item");
        }
        return forms.prepare(bundle != null ? bundle : bundles.keyOfItem(item), region);
    }

    @PlatformWork("取得本人的密钥，用于在本机加密暂存")
    @PostMapping("/key")
    Key key() {
        return new Key(keys.of(accounts.current()));
    }

    @PostMapping
    @Noted(value = Verb.SUBMIT, kind = Kind.APPLICATION, number = "#result.body.applicationNo()")
    ResponseEntity<Receipt> takeOver(
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestPart OfflineIntakes.Intake intake,
            @RequestPart(required = false) List<MultipartFile> files)
            throws IOException {
        Receipts.refuseBadKey(key);
        var clerk = accounts.current();
        var stored = papers.store(clerk.username(), intake.materials(), files == null ? List.of() : files);
        var kept = false;
        try {
            var submitted = intakes.takeOver(clerk, key, intake, stored);
            kept = submitted.fresh();
            return ResponseEntity.status(kept ? HttpStatus.CREATED : HttpStatus.OK)
                    .body(submitted.receipt());
        } finally {
            if (!kept) {
                papers.forget(stored);
            }
        }
    }

    /** @param key 256 bits, Base64 */
    record Key(String key) {}
}
