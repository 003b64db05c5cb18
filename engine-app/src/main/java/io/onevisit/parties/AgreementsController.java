package io.onevisit.parties;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 待我确认: somebody known in person reads what others ask of them and answers; who asked reminds them. */
@RestController
@RequestMapping("/api/agreements")
class AgreementsController {

    private static final String WHY = "按本人核验过的公民身份号码查找；他人的申报只有名称、事项和脱敏的姓名";

    private final Accounts accounts;
    private final AgreementRows rows;
    private final AgreementView view;
    private final Answers answers;
    private final Requests requests;

    AgreementsController(
            Accounts accounts, AgreementRows rows, AgreementView view, Answers answers, Requests requests) {
        this.accounts = accounts;
        this.rows = rows;
        this.view = view;
        this.answers = answers;
        this.requests = requests;
    }

    @PlatformWork(WHY)
    @GetMapping
    List<AgreementView.Shown> mine() {
        return rows.ofPerson(known().idNo()).stream().map(view::of).toList();
    }

    @PlatformWork(WHY)
    @GetMapping("/{id}")
    AgreementView.Shown one(@PathVariable UUID id) {
        return view.of(answers.theirs(known(), id));
    }

    @PostMapping("/{id}/answer")
    @Noted(value = Verb.ANSWER_AGREEMENT, kind = Kind.AGREEMENT, number = "#id")
    AgreementView.Shown answer(@PathVariable UUID id, @RequestBody Answer answer) {
        return view.of(answers.answer(known(), id, answer.agrees(), answer.reason()));
    }

    @PostMapping("/{id}/withdrawal")
    @Noted(value = Verb.TAKE_AGREEMENT_BACK, kind = Kind.AGREEMENT, number = "#id")
    AgreementView.Shown takeBack(@PathVariable UUID id, @RequestBody Why why) {
        return view.of(answers.takeBack(known(), id, why.reason()));
    }

    @PostMapping("/{id}/reminder")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.REMIND_PARTY, kind = Kind.AGREEMENT, number = "#id")
    void remind(@PathVariable UUID id) {
        requests.remind(accounts.current(), id);
    }

    /** Name and number may be known to others: this is shown to, and answered by, who was seen in person. */
    private Account known() {
        return accounts.current(Account.IN_PERSON);
    }

    /** @param reason needed where they do not agree */
    record Answer(boolean agrees, String reason) {}

    record Why(String reason) {}
}
