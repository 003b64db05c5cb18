package io.onevisit.handoff;

import io.onevisit.bundles.Bundles;
import io.onevisit.bundles.ComposedForm;
import io.onevisit.cases.Application;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Endings;
import io.onevisit.catalogue.CreditCode;
import io.onevisit.delegation.AgentKind;
import io.onevisit.identity.Accounts;
import io.onevisit.materials.Document;
import io.onevisit.materials.Documents;
import io.onevisit.materials.Material;
import io.onevisit.materials.Materials;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a department is told of a case: what its item needs, and no more. */
@Component
class Payload {

    private final Applications applications;
    private final Cases cases;
    private final Endings endings;
    private final Bundles bundles;
    private final ComposedForm forms;
    private final Materials materials;
    private final Documents documents;
    private final Accounts accounts;

    Payload(
            Applications applications,
            Cases cases,
            Endings endings,
            Bundles bundles,
            ComposedForm forms,
            Materials materials,
            Documents documents,
            Accounts accounts) {
        this.applications = applications;
        this.cases = cases;
        this.endings = endings;
        this.bundles = bundles;
        this.forms = forms;
        this.materials = materials;
        this.documents = documents;
        this.accounts = accounts;
    }

    Map<String, Object> of(CaseFile file, String kind, int sequence) {
        var application = applications.get(file.applicationNo());
        var body = new LinkedHashMap<String, Object>();
        body.put("kind", kind);
        body.put("sequence", sequence);
        body.put("applicationNo", file.applicationNo());
        body.put("caseNo", file.caseNo());
        body.put("bundle", Map.of("key", application.bundle(), "name", application.bundleName()));
        body.put("item", Map.of("code", file.itemCode(), "edition", file.itemEdition(), "name", file.itemName()));
        body.put("region", file.region());
        body.put("applicant", applicant(file));
        body.put("agent", agent(application));
        body.put("answers", answers(application, file));
        body.put("materials", materials(file));
        body.put("submittedAt", file.submittedAt());
        body.put("acceptedAt", file.acceptedAt());
        body.put("promisedDueAt", file.promisedDueAt());
        return body;
    }

    /** A legal person by its unified social credit code; no code for its kind of number was found, so it is ours. */
    private static Map<String, Object> applicant(CaseFile file) {
        return CreditCode.valid(file.applicantId())
                ? Map.of("name", file.applicantName(), "idType", "USCC", "idNo", file.applicantId())
                : Map.of("name", file.applicantName(), "idType", "111", "idNo", file.applicantId());
    }

    /** Who is to be spoken to (联系人/代理人): name and number; a clerk who helped is none. */
    private Map<String, Object> agent(Application application) {
        if (application.agent() == null || application.agentKind().equals(AgentKind.HELPER.name())) {
            return null;
        }
        var agent = new LinkedHashMap<String, Object>();
        agent.put("name", application.agentName());
        agent.put("kind", application.agentKind());
        agent.put("until", application.agentUntil());
        accounts.find(application.agent()).ifPresent(account -> {
            agent.put("idType", "111");
            agent.put("idNo", account.registeredIdNo());
            agent.put("phone", account.phone());
        });
        return agent;
    }

    /** That a case they were given ended without them: why, and nothing of what the applicant said. */
    Map<String, Object> ended(CaseFile file, int sequence) {
        var body = new LinkedHashMap<String, Object>();
        body.put("kind", "ENDED");
        body.put("sequence", sequence);
        body.put("applicationNo", file.applicationNo());
        body.put("caseNo", file.caseNo());
        body.put("item", Map.of("code", file.itemCode(), "edition", file.itemEdition(), "name", file.itemName()));
        body.put("region", file.region());
        body.put("result", file.state().name());
        body.put("reason", endings.reason(file.caseNo()));
        return body;
    }

    /** Only what the item's own form asks for. */
    private Map<String, Object> answers(Application application, CaseFile file) {
        var asked = bundles.find(application.bundle(), application.edition())
                .item(file.itemVariable())
                .map(item -> Set.copyOf(
                        forms.keysOf(bundles.files(application.bundle(), application.edition()), item.form())))
                .orElse(Set.of());
        var answers = new LinkedHashMap<String, Object>(cases.answers(file.applicationNo()));
        answers.keySet().retainAll(asked);
        return answers;
    }

    private List<Map<String, Object>> materials(CaseFile file) {
        return materials.of(file.applicationNo(), file.caseNo()).stream()
                .filter(material -> material.status() != Material.Status.OPEN)
                .map(material ->
                        material.status() == Material.Status.UPLOADED ? uploaded(material) : licensed(material))
                .toList();
    }

    private Map<String, Object> uploaded(Material material) {
        Document document = documents.document(material.documentId());
        var entry = entry(material, "UPLOAD");
        entry.put("id", document.id());
        entry.put("fileName", document.name());
        entry.put("type", document.type());
        entry.put("size", document.size());
        entry.put("sha256", document.sha256());
        entry.put("url", "/api/handoff/documents/" + document.id());
        return entry;
    }

    private static Map<String, Object> licensed(Material material) {
        var entry = entry(material, "LICENSE");
        entry.put("id", material.licenseIdentifier());
        entry.put("authorisation", material.authorisationId());
        return entry;
    }

    private static Map<String, Object> entry(Material material, String source) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("key", material.key());
        entry.put("name", material.name());
        entry.put("source", source);
        entry.put(
                "holder",
                Map.of(
                        "name",
                        material.holder().name(),
                        "idNo",
                        material.holder().idNo()));
        return entry;
    }
}
