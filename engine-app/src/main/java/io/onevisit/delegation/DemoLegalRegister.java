package io.onevisit.delegation;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The register of legal persons of the demonstration. */
@Component
@ConditionalOnProperty("onevisit.demo.enabled")
class DemoLegalRegister implements LegalRegister {

    private final List<Registered> companies;

    DemoLegalRegister() throws IOException {
        try (var in = new ClassPathResource("demo/companies.yaml").getInputStream()) {
            companies = new YAMLMapper().readValue(in, File.class).companies();
        }
    }

    @Override
    public Optional<Registered> find(String creditCode) {
        return companies.stream()
                .filter(company -> company.creditCode().equals(creditCode))
                .findFirst();
    }

    record File(List<Registered> companies) {}
}
