package io.onevisit.studio;

import io.onevisit.bundles.Bundles;
import io.onevisit.bundles.Edition;
import io.onevisit.bundles.Publishing;
import io.onevisit.engine.Deployments;
import io.onevisit.problems.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What analysts do with models: check a draft against everything published, publish it whole. */
@Component
public class Studio {

    private static final String DICTIONARY = "forms/fields.yaml";

    private final Bundles bundles;
    private final Publishing publishing;
    private final ModelCheck check;

    Studio(Bundles bundles, Publishing publishing, ModelCheck check) {
        this.bundles = bundles;
        this.publishing = publishing;
        this.check = check;
    }

    /** Says what is wrong with a draft; what leans on {@code shared} is checked with it. */
    public List<Finding> check(String key, Map<String, byte[]> files) {
        var others = others(key);
        var shared = key.equals(Draft.SHARED) ? files : others.getOrDefault(Draft.SHARED, Map.of());
        List<Finding> findings = new ArrayList<>(check.check(key, files, library(shared, others)));
        if (key.equals(Draft.SHARED)) {
            others.forEach((other, published) -> check.check(other, published, library(shared, Map.of())).stream()
                    .filter(Finding::isError)
                    .map(finding -> broken(other, finding))
                    .forEach(findings::add));
        }
        return findings;
    }

    /**
     * Publishes a draft as the next edition; running cases stay on theirs.
     *
     * @param basedOn number of the edition the draft started from
     * @return the number of the new edition
     */
    public int publish(String key, Map<String, byte[]> files, String note, int basedOn, String who) {
        var findings = check(key, files);
        if (findings.stream().anyMatch(Finding::isError)) {
            throw refused(findings);
        }
        try {
            return publishing.publish(key, files, note, basedOn, who);
        } catch (Deployments.Rejected e) {
            throw refused(e.findings().stream().map(Studio::byEngine).toList());
        }
    }

    private Map<String, Map<String, byte[]>> others(String key) {
        Map<String, Map<String, byte[]>> others = new LinkedHashMap<>();
        bundles.editions().stream()
                .map(Edition::key)
                .filter(other -> !other.equals(key))
                .distinct()
                .forEach(other -> others.put(other, bundles.files(other)));
        return others;
    }

    private static Library library(Map<String, byte[]> shared, Map<String, Map<String, byte[]>> others) {
        Map<String, String> owners = new LinkedHashMap<>();
        others.forEach((other, files) -> files.keySet().forEach(name -> owners.put(name, other)));
        try {
            return Library.of(shared, new ClassPathResource(DICTIONARY).getContentAsByteArray(), owners);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding broken(String other, Finding finding) {
        return new Finding(
                Draft.SHARED, null, finding.severity(), "“%s” 会因此不合规：%s".formatted(other, finding.message()));
    }

    private static Finding byEngine(Deployments.Finding finding) {
        return new Finding(finding.file(), finding.element(), Finding.Severity.ERROR, finding.message());
    }

    private static Problem refused(List<Finding> findings) {
        var errors = findings.stream().filter(Finding::isError).count();
        return Problem.invalid("models-refused", "有 %d 处必须改正，尚未发布任何内容。".formatted(errors))
                .with("findings", findings);
    }
}
