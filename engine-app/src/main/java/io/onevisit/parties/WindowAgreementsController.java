package io.onevisit.parties;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.IdNumber;
import io.onevisit.materials.Document;
import io.onevisit.materials.Documents;
import io.onevisit.problems.Problem;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.util.UUID;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A clerk writes down what the second person says who is there with their identity card, at any window. */
@RestController
@RequestMapping("/api/window-agreements")
class WindowAgreementsController {

    private final Accounts accounts;
    private final AgreementRows rows;
    private final AgreementView view;
    private final Answers answers;
    private final Documents documents;

    WindowAgreementsController(
            Accounts accounts, AgreementRows rows, AgreementView view, Answers answers, Documents documents) {
        this.accounts = accounts;
        this.rows = rows;
        this.view = view;
        this.answers = answers;
        this.documents = documents;
    }

    /** By the number of the application and that of the person: who has not both finds nothing. */
    @PostMapping("/look-up")
    @Noted(value = Verb.LOOK_AGREEMENT, kind = Kind.AGREEMENT, number = "#result.id()")
    AgreementView.Shown lookUp(@Validated @RequestBody Present present) {
        var idNo = number(present.idNo());
        return rows.of(present.applicationNo().strip().replaceFirst("-.*$", "")).stream()
                .filter(agreement -> agreement.idNoKey().equals(rows.key(idNo)))
                .findFirst()
                .map(view::of)
                .orElseThrow(Answers::unknown);
    }

    @PostMapping("/{id}/answer")
    @Noted(value = Verb.TAKE_AGREEMENT, kind = Kind.AGREEMENT, number = "#result.id()")
    AgreementView.Shown answer(
            @PathVariable UUID id,
            @RequestParam String idNo,
            @RequestParam boolean agrees,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean signed,
            @RequestParam(required = false) MultipartFile file)
            throws IOException {
        var clerk = accounts.current();
        var number = number(idNo);
        if (!signed) {
            throw Problem.invalid("signature-missing", "请查验本人身份证件原件，请其书面签字，并勾选“已查验并签字”。")
                    .with("field", "signed");
        }
        if (number.equals(clerk.registeredIdNo())) {
            throw Problem.forbidden("own-case", "不能在窗口为自己登记，依法应当回避，请由其他窗口人员办理或者自行网上答复。");
        }
        answers.refuse(number, id);
        var paper = file == null || file.isEmpty() ? null : stored(clerk, file).id();
        return view.of(answers.answerAtWindow(clerk, id, number, agrees, reason, paper));
    }

    private Document stored(Account clerk, MultipartFile file) throws IOException {
        try (var in = file.getInputStream()) {
            return documents.store(clerk.username(), file.getOriginalFilename(), in);
        }
    }

    private static String number(String typed) {
        var number = typed.strip().toUpperCase();
        if (!IdNumber.valid(number)) {
            throw Problem.invalid("id-number-invalid", "公民身份号码不正确，请核对 18 位号码（末位为校验码）。")
                    .with("field", "idNo");
        }
        return number;
    }

    record Present(@NotBlank String applicationNo, @NotBlank String idNo) {}
}
