package io.onevisit.identity;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The population register of the demonstration: it knows the demonstration's families and nobody else. */
@Component
@ConditionalOnProperty("onevisit.demo.enabled")
class DemoRegister implements PersonRegister {

    @Override
    public boolean agrees(String name, String idNo) {
        for (var person : DemoAccounts.read("people").path("people")) {
            for (var one : List.of(person, person.path("spouse"))) {
                if (one.path("idNo").asText().equals(idNo)) {
                    return one.path("name").asText().equals(name);
                }
            }
        }
        return false;
    }
}
