package io.onevisit.notices;

import jakarta.validation.constraints.NotBlank;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Workers have a notice sent; the words are the server's. */
@RestController
class NoticesWorkerController {

    private final Notices notices;

    NoticesWorkerController(Notices notices) {
        this.notices = notices;
    }

    @PostMapping("/worker-api/notices")
    void send(@Validated @RequestBody Wanted wanted) {
        var caseNo = wanted.caseNo() == null ? "" : wanted.caseNo();
        notices.send(wanted.key(), wanted.applicationNo(), caseNo, wanted.notice());
    }

    record Wanted(@NotBlank String key, @NotBlank String applicationNo, String caseNo, @NotBlank String notice) {}
}
