package io.onevisit.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** States all modelling conventions once; what it calls an error is never handed to the engine. */
@Component
public class ModelCheck {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*\\.(bpmn|dmn|form|yaml|csv)");
    private static final int MOST_FILES = 200;
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int LONGEST_NAME = 100;

    /**
     * Checks all files of a bundle together.
     *
     * @param key the bundle's key, or {@code shared}
     * @param contents file names to contents
     * @param library what the bundle may lean on
     * @return errors first; empty if there is nothing to say
     */
    public List<Finding> check(String key, Map<String, byte[]> contents, Library library) {
        var whole = Findings.of(key);
        var size =
                contents.values().stream().mapToLong(content -> content.length).sum();
        if (contents.size() > MOST_FILES || size > LARGEST) {
            whole.error(null, "一件事最多 %d 个文件、共 16 MB，请拆分。", MOST_FILES);
            return whole.all();
        }
        var draft = new Draft(key, ModelFile.read(contents), key.equals(Draft.SHARED) ? library.alone() : library);
        required(draft, whole);
        BundleCheck.check(draft);
        draft.files().values().forEach(file -> file(draft, file));

        List<Finding> found = new ArrayList<>(whole.all());
        draft.files().values().forEach(file -> found.addAll(file.findings().all()));
        found.sort(Comparator.comparing(Finding::severity));
        return found;
    }

    private static void required(Draft draft, Findings whole) {
        if (!draft.isShared() && !draft.has(BundleCheck.BUNDLE)) {
            whole.error(null, "缺少 bundle.yaml：它说明这件事的名称、部门和事项。");
        }
    }

    private static void file(Draft draft, ModelFile file) {
        if (!NAME.matcher(file.name()).matches() || file.name().length() > LONGEST_NAME) {
            file.findings().error(null, "文件名应为小写英文加连字符，以 .bpmn、.dmn、.form、.yaml 或 .csv 结尾，例如 item-handling.bpmn。");
        } else if (draft.ownerOf(file) != null) {
            file.findings().error(null, "“%s” 已经属于 “%s”：发布会替换那里的模型，请另取名称。", file.key(), draft.ownerOf(file));
        } else if (file.xml() != null && file.kind() == ModelFile.Kind.BPMN) {
            BpmnCheck.check(draft, file);
        } else if (file.xml() != null) {
            DmnCheck.check(file);
        } else if (file.json() != null && file.kind() == ModelFile.Kind.FORM) {
            FormCheck.check(draft, file);
        }
    }
}
