package io.onevisit.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What events issue is filled from what their forms ask, in words. */
class LicenseFacesTest {

    private static final Path FORMS = Path.of("../forms");
    private static final Path BUNDLES = Path.of("../processes");

    private final ObjectMapper json = new ObjectMapper();
    private final YAMLMapper yaml = new YAMLMapper();
    private final Map<String, LicenseType> types = new HashMap<>();

    LicenseFacesTest() throws IOException {
        for (var type : yaml.readTree(new ClassPathResource("catalogue/license-types.yaml").getInputStream())
                .path("types")) {
            types.put(type.path("code").asText(), json.treeToValue(type, LicenseType.class));
        }
    }

    @Test
    void noEventIssuesAnEmptyLicense() throws IOException {
        var issued = 0;
        for (var sheet : files(BUNDLES, "items.yaml")) {
            var asked = fields(FORMS.resolve(sheet.getParent().getFileName())).stream()
                    .map(field -> field.path("key").asText())
                    .toList();
            for (var item : yaml.readTree(sheet.toFile()).path("items")) {
                if (item.hasNonNull("resultLicense")) {
                    var type = types.get(item.path("resultLicense").asText());
                    assertThat(type.face().stream()
                                    .filter(face -> face.answer().stream().anyMatch(asked::contains)))
                            .as("%s of %s", type.name(), item.path("name").asText())
                            .hasSizeGreaterThanOrEqualTo(type.face().size() / 2);
                    issued++;
                }
            }
        }
        assertThat(issued).isGreaterThan(10);
    }

    @Test
    void everyCodeThatAFormOffersHasItsWord() throws IOException {
        var compared = 0;
        for (var field : fields(FORMS)) {
            var faces = types.values().stream()
                    .flatMap(type -> type.face().stream())
                    .filter(face -> face.answer().contains(field.path("key").asText()))
                    .toList();
            for (var value : field.path("values")) {
                assertThat(faces).allSatisfy(face -> assertThat(face.values())
                        .as(field.path("key").asText())
                        .containsKey(value.path("value").asText()));
                compared += faces.size();
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    private List<JsonNode> fields(Path folder) throws IOException {
        var fields = new ArrayList<JsonNode>();
        for (var form : files(folder, ".form")) {
            json.readTree(form.toFile()).findParents("key").forEach(fields::add);
        }
        return fields;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var all = Files.walk(folder, 2)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
