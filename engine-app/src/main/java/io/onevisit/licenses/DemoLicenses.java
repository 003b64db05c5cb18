package io.onevisit.licenses;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.onevisit.licenses.License.Holder;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the demonstration's families their papers, once. */
@Component
@Order(100)
@ConditionalOnProperty("onevisit.demo.enabled")
class DemoLicenses implements ApplicationRunner {

    private final LicenseRows rows;
    private final LicenseTypes types;

    DemoLicenses(LicenseRows rows, LicenseTypes types) {
        this.rows = rows;
        this.types = types;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) throws IOException {
        var yaml = new YAMLMapper();
        yaml.registerModule(new JavaTimeModule());
        try (var in = new ClassPathResource("demo/licenses.yaml").getInputStream()) {
            yaml.readValue(in, File.class).licenses().forEach(this::load);
        }
    }

    private void load(Paper paper) {
        var type = types.type(paper.type());
        var identifier = new LicenseIdentifier(type.typeCode(), type.issuer().code(), paper.serial(), 1);
        rows.insert(identifier, type, paper.validTo(), paper.issuedAt(), null, paper.holders(), paper.face());
    }

    record File(List<Paper> licenses) {}

    record Paper(
            String type,
            String serial,
            LocalDate issuedAt,
            LocalDate validTo,
            List<Holder> holders,
            Map<String, String> face) {}
}
