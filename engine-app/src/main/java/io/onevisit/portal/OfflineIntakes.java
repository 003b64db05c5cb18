package io.onevisit.portal;

import io.onevisit.cases.Applications;
import io.onevisit.identity.Account;
import io.onevisit.licenses.License;
import io.onevisit.materials.Document;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a window took in while the network was away (离线收件), taken over afterwards as if it had come at its time. One
 * transaction each: a refused one leaves nothing here and stays with the clerk to be corrected.
 */
@Component
class OfflineIntakes {

    /** Clocks of two machines are never quite the same. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private static final Pattern PROVISIONAL = Pattern.compile("L[0-9A-Z-]{8,40}");

    private final Drafts drafts;
    private final Window window;
    private final Receipts receipts;
    private final Submission submission;
    private final Representations representations;
    private final DraftForm form;
    private final ItemsOnOffer offers;
    private final WindowProperties bounds;
    private final Clock time;

    OfflineIntakes(
            Drafts drafts,
            Window window,
            Receipts receipts,
            Submission submission,
            Representations representations,
            DraftForm form,
            ItemsOnOffer offers,
            WindowProperties bounds,
            Clock time) {
        this.drafts = drafts;
        this.window = window;
        this.receipts = receipts;
        this.submission = submission;
        this.representations = representations;
        this.form = form;
        this.offers = offers;
        this.bounds = bounds;
        this.time = time;
    }

    /**
     * Takes over what was taken in without the network, once: the same key gives the same receipt.
     *
     * @param handedIn the paper for each material
     */
    @Transactional
    Submission.Submitted takeOver(Account clerk, String key, Intake intake, Map<String, Document> handedIn) {
        var earlier = receipts.once(clerk, UUID.randomUUID(), key);
        if (earlier.isPresent()) {
            return new Submission.Submitted(earlier.get(), false);
        }
        refuseWrongTime(intake.takenAt());
        if (intake.provisionalNo() == null
                || !PROVISIONAL.matcher(intake.provisionalNo()).matches()) {
            throw Problem.invalid("provisional-number", "离线收件缺少临时凭证号，请重新打印凭证后再提交。");
        }
        offers.refuseClosed(intake.bundle(), intake.region());
        offers.refuseElsewhere(intake.bundle(), intake.region(), clerk.region());
        var present = window.present(clerk, intake.applicant(), intake.verified(), intake.seen());
        var draft = drafts.begin(clerk.username(), intake.bundle(), intake.region(), present, null);
        window.record(clerk, draft, new Applications.Offline(intake.takenAt(), intake.provisionalNo()));
        draft = drafts.save(clerk.username(), draft.id(), intake.answers(), intake.items(), draft.revision());
        var needed = form.needed(draft, representations.of(draft, clerk));
        for (var paper : handedIn.entrySet()) {
            refuseUnasked(needed, paper.getKey(), paper.getValue());
            drafts.attach(
                    clerk.username(),
                    draft.id(),
                    paper.getKey(),
                    paper.getValue().id());
        }
        var licenses = intake.licenses()
                ? needed.stream()
                        .flatMap(paper -> paper.license().stream())
                        .map(License::type)
                        .distinct()
                        .toList()
                : List.<String>of();
        return submission.submit(clerk, draft.id(), key, licenses, new Promising.Given(List.of(), List.of()));
    }

    /** Which papers an application needs, the answers tell; without the network nobody could say. */
    private static void refuseUnasked(List<NeededMaterials.Needed> needed, String key, Document file) {
        if (needed.stream().noneMatch(paper -> paper.material().key().equals(key))) {
            throw Problem.invalid("material-unneeded", "按填写的内容不需要“%s”所交的材料，请从材料中移除后重新同步。".formatted(file.name()))
                    .with("field", key);
        }
    }

    private void refuseWrongTime(Instant at) {
        var now = time.instant();
        if (at == null || at.isAfter(now.plus(SKEW))) {
            throw Problem.invalid("taken-in-future", "收件时间晚于现在，请核对这台电脑的时间后更正。").with("field", "takenAt");
        }
        if (at.isBefore(now.minus(bounds.offline()))) {
            throw Problem.invalid(
                            "taken-too-long-ago",
                            "离线收件须在 %d 天内同步，这一件已经超过。请联系申请人，按现在的时间重新收件。"
                                    .formatted(bounds.offline().toDays()))
                    .with("field", "takenAt");
        }
    }

    /**
     * What was taken in.
     *
     * @param bundle key of the bundle, also of a single item as a bundle of one
     * @param licenses whether the applicant agreed that their licenses are used where a paper was not brought
     * @param materials for each file the material it is for
     */
    record Intake(
            String bundle,
            String region,
            Draft.Applicant applicant,
            boolean verified,
            IdentityCheck seen,
            Map<String, Object> answers,
            List<String> items,
            boolean licenses,
            List<String> materials,
            Instant takenAt,
            String provisionalNo) {

        Intake {
            answers = answers == null ? Map.of() : answers;
            items = items == null ? List.of() : items;
            materials = materials == null ? List.of() : materials;
        }
    }
}
