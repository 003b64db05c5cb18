package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each bundle spares its applicant, reckoned from its files into docs/bundles.md. */
class BundlesTableTest {

    private static final Path KEPT = Path.of("../docs/bundles.md");
    private static final Path WRITTEN = Path.of("target/bundles.md");
    private static final String HEAD =
            """
            # 一件事一览

            Every bundle of the release in figures, written from its files by `./mvnw -q -pl processes -am test -Dtest=BundlesTableTest -Dsurefire.failIfNoSpecifiedTests=false`, then `cp processes/target/bundles.md docs/`; do not edit by hand. A test fails while it is not current.

            """;
    private static final String COLUMNS =
            """

            - **事项**：这件事包含的事项数。
            - **部门**：办理这些事项的部门数。
            - **表单项（合并前）**：各事项单独申报时表单项的总数。
            - **表单项（合并后）**：合为一张表后的项数，相同的只填一次；其中已知的还会自动填好。
            - **必交材料**：标准情形（`scenarios.csv` 第一行）须提供的材料份数，相同的只算一份。
            - **免提交**：其中能以电子证照代替（`items.yaml` 或者目录写明了 `licenseTypes`）或者由部门核验自己数据的份数。
            - **跑动（改革前）**：分别到各部门办理时的次数，按一个事项一次计。
            - **跑动（改革后）**：一次申报后仍须到场的次数，各事项都无须到场的为 0，否则合并为 1 次。
            - **时限之和**：标准情形中所选事项的承诺时限逐个相加（工作日）。
            - **关键路径**：标准情形按办理顺序从受理到办结的承诺时限（工作日），并联的取最长。
            """;

    @Test
    void theTableInTheDocumentsIsCurrent() throws IOException {
        var table = HEAD
                + row("一件事", "事项", "部门", "表单项（合并前）", "表单项（合并后）", "必交材料", "免提交", "跑动（改革前）", "跑动（改革后）", "时限之和", "关键路径")
                + "|---|" + "--:|".repeat(10) + "\n"
                + Bundle.all().stream().map(BundlesTableTest::row).collect(Collectors.joining())
                + COLUMNS;
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, table);

        assertThat(Files.exists(KEPT) ? Files.readString(KEPT) : "")
                .as("right? then: cp processes/target/bundles.md docs/")
                .isEqualTo(table);
    }

    private static String row(Bundle bundle) {
        var items = items(bundle);
        var fields = items.stream()
                .flatMap(item -> fields(bundle, item.path("form").asText()).stream())
                .toList();
        var standard = Scenario.of(bundle).get(0);
        var needed =
                standard.needs().stream().filter(need -> !need.endsWith("?")).toList();
        var licensed = new HashSet<String>();
        for (var sheet : List.of(bundle.yaml("items.yaml"), Bundle.catalogue())) {
            sheet.path("materials").forEach(material -> {
                if (!material.path("licenseTypes").isEmpty()) {
                    licensed.add(material.path("key").asText());
                }
            });
        }
        var rows = rows(bundle);
        var departments = items.stream()
                .map(item ->
                        rows.get(item.path("code").asText()).path("department").asText())
                .distinct()
                .count();
        var visits = items.stream()
                .mapToInt(item ->
                        rows.get(item.path("code").asText()).path("visits").asInt())
                .max()
                .orElse(0);
        return row(
                bundle.yaml("bundle.yaml").path("name").asText(),
                items.size(),
                departments,
                fields.size(),
                fields.stream().distinct().count(),
                needed.size(),
                needed.stream()
                        .filter(need -> need.endsWith("~") || licensed.contains(need))
                        .count(),
                items.size(),
                Math.min(visits, 1),
                standard.chosen().stream().mapToInt(bundle::promised).sum(),
                standard.days());
    }

    private static String row(Object... cells) {
        return Stream.of(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static List<JsonNode> items(Bundle bundle) {
        var items = new ArrayList<JsonNode>();
        bundle.yaml("bundle.yaml").path("items").forEach(items::add);
        return items;
    }

    private static Map<String, JsonNode> rows(Bundle bundle) {
        var rows = new HashMap<String, JsonNode>();
        bundle.yaml("items.yaml")
                .path("items")
                .forEach(row -> rows.put(row.path("code").asText(), row));
        return rows;
    }

    /** Keys of what an item's form asks. */
    private static List<String> fields(Bundle bundle, String form) {
        var keys = new ArrayList<String>();
        try {
            for (var file : bundle.files("forms", form + ".form")) {
                if (file.getFileName().toString().equals(form + ".form")) {
                    collect(new ObjectMapper().readTree(file.toFile()).path("components"), keys);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    private static void collect(JsonNode components, List<String> keys) {
        for (var component : components) {
            if (component.path("type").asText().equals("group")) {
                collect(component.path("components"), keys);
            } else if (component.hasNonNull("key")) {
                keys.add(component.path("key").asText());
            }
        }
    }
}
