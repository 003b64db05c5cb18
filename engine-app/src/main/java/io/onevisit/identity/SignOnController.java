package io.onevisit.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which ways in there are beside name and password, for the sign-in page. */
@RestController
class SignOnController {

    private final ExternalSignOn external;

    SignOnController(ExternalSignOn external) {
        this.external = external;
    }

    @GetMapping("/api/sign-on")
    Map<String, Object> ways() {
        var ways = new LinkedHashMap<String, Object>();
        if (external.configured()) {
            ways.put(
                    "external",
                    Map.of("name", external.name(), "address", "/oauth2/authorization/" + ExternalSignOn.ID));
        }
        return ways;
    }
}
