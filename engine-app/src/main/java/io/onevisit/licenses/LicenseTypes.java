package io.onevisit.licenses;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.problems.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The types of license the repository knows: those of the catalogue, read once it has been filled. */
@Component
public class LicenseTypes {

    private final Catalogue catalogue;
    private final ObjectMapper json;
    private volatile Map<String, LicenseType> types = Map.of();

    LicenseTypes(Catalogue catalogue, ObjectMapper json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    public Optional<LicenseType> find(String code) {
        return Optional.ofNullable(types().get(code));
    }

    public LicenseType type(String code) {
        return find(code).orElseThrow(() -> Problem.notFound("license-type-unknown", "没有编码为 " + code + " 的证照类型。"));
    }

    public Collection<LicenseType> all() {
        return List.copyOf(types().values());
    }

    private Map<String, LicenseType> types() {
        if (types.isEmpty()) {
            var read = new LinkedHashMap<String, LicenseType>();
            catalogue.licenseTypes().forEach(definition -> {
                var type = read(definition);
                read.put(type.code(), type);
            });
            types = read;
        }
        return types;
    }

    private LicenseType read(String definition) {
        try {
            return json.readValue(definition, LicenseType.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A license type of the catalogue cannot be read", e);
        }
    }
}
