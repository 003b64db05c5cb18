package io.onevisit.licenses;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.onevisit.problems.Problem;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The types of license the repository knows, from {@code licenses/types.yaml}. */
@Component
public class LicenseTypes {

    private final Map<String, LicenseType> types = new LinkedHashMap<>();

    LicenseTypes() throws IOException {
        try (var in = new ClassPathResource("licenses/types.yaml").getInputStream()) {
            new YAMLMapper().readValue(in, File.class).types().forEach(type -> types.put(type.code(), type));
        }
    }

    public Optional<LicenseType> find(String code) {
        return Optional.ofNullable(types.get(code));
    }

    public LicenseType type(String code) {
        return find(code).orElseThrow(() -> Problem.notFound("license-type-unknown", "没有编码为 " + code + " 的证照类型。"));
    }

    public Collection<LicenseType> all() {
        return List.copyOf(types.values());
    }

    record File(List<LicenseType> types) {}
}
