package io.onevisit.materials;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Locks;
import io.onevisit.licenses.Consent;
import io.onevisit.licenses.Consents;
import io.onevisit.problems.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What it does to an application that a consent is taken back: cases not yet accepted are asked for the paper; those
 * accepted keep what was read, for that was lawful; what is decided stays decided.
 */
@Component
@Transactional
public class ConsentWithdrawal {

    private final Consents consents;
    private final Materials materials;
    private final MaterialChanges changes;
    private final Cases cases;
    private final Locks locks;

    ConsentWithdrawal(Consents consents, Materials materials, MaterialChanges changes, Cases cases, Locks locks) {
        this.consents = consents;
        this.materials = materials;
        this.changes = changes;
        this.cases = cases;
        this.locks = locks;
    }

    /** What it would do, or has done, to take this consent back. */
    public Effect effect(Consent consent) {
        return effect(consent, cases.ofApplication(consent.applicationNo()));
    }

    /** Takes it back; a problem where that was done before. */
    public Effect withdraw(Consent consent, String username, String name, Instant at) {
        var files = locks.application(consent.applicationNo());
        if (!consents.withdraw(consent.id(), username, at)) {
            throw Problem.conflict("consent-withdrawn", "这项授权此前已经撤回，无需再次操作。");
        }
        var effect = effect(consent, files);
        var byNo = byNo(files);
        concerned(consent).stream()
                .filter(material -> consent.id().equals(material.authorisationId()))
                .forEach(material -> askForThePaper(material, byNo));
        cases.journal(consent.applicationNo(), name, "撤回证照授权", effect.sentence(), at);
        return effect;
    }

    private void askForThePaper(Material material, Map<String, CaseFile> files) {
        var waiting = waiting(material, files);
        if (waiting.size() == material.caseNos().size()) {
            changes.reopen(material);
        } else if (!waiting.isEmpty()) {
            changes.askPaper(material, waiting);
        }
    }

    private Effect effect(Consent consent, List<CaseFile> files) {
        var byNo = byNo(files);
        var papers = concerned(consent).stream()
                .filter(Material::required)
                .filter(material -> material.status() != Material.Status.UPLOADED)
                .filter(material -> !waiting(material, byNo).isEmpty())
                .map(Material::name)
                .toList();
        if (!papers.isEmpty()) {
            return new Effect(Effect.Kind.PAPERS, papers);
        }
        return new Effect(
                files.stream().allMatch(ConsentWithdrawal::settled) ? Effect.Kind.SETTLED : Effect.Kind.KEPT,
                List.of());
    }

    /** The materials a license of this holder and type may replace. */
    private List<Material> concerned(Consent consent) {
        return materials.of(consent.applicationNo()).stream()
                .filter(material -> material.licenseTypes().contains(consent.type())
                        && consents.concerns(consent, material.holder().idNo()))
                .toList();
    }

    /** The cases that still wait to be accepted. */
    private static List<String> waiting(Material material, Map<String, CaseFile> files) {
        return material.caseNos().stream()
                .filter(files::containsKey)
                .filter(no -> files.get(no).acceptedAt() == null && !settled(files.get(no)))
                .toList();
    }

    private static boolean settled(CaseFile file) {
        return file.decision() != null || file.state().isEnd();
    }

    private static Map<String, CaseFile> byNo(List<CaseFile> files) {
        return files.stream().collect(Collectors.toMap(CaseFile::caseNo, Function.identity()));
    }

    /** @param papers names of the materials that are asked for instead */
    public record Effect(Kind kind, List<String> papers) {

        public enum Kind {
            PAPERS,
            KEPT,
            SETTLED
        }

        public String sentence() {
            return switch (kind) {
                case PAPERS -> "撤回后不再查验该证照，尚未受理的事项需另行提交：" + String.join("、", papers) + "。";
                case KEPT -> "撤回后不再查验该证照；已受理的事项此前查验的结果依法仍然有效，无需另交材料。";
                case SETTLED -> "本次申报的事项均已作出决定或者终止，撤回对其不再产生影响；今后也不会再凭此授权查验。";
            };
        }
    }
}
