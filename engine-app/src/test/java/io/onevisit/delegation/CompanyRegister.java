package io.onevisit.delegation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The register of legal persons in tests: knows what a test wrote into it. */
@Component
public class CompanyRegister implements LegalRegister {

    private final Map<String, Registered> companies = new ConcurrentHashMap<>();

    public void write(String creditCode, String name, String representativeIdNo) {
        companies.put(creditCode, new Registered(creditCode, name, "430102", "法人", representativeIdNo));
    }

    @Override
    public Optional<Registered> find(String creditCode) {
        return Optional.ofNullable(companies.get(creditCode));
    }
}
