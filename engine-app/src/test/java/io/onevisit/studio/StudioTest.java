package io.onevisit.studio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.bundles.Bundles;
import io.onevisit.engine.Instances;
import io.onevisit.engine.Processes;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Analysts open, check and publish bundles; what is refused changes nothing. */
@PlatformTest
class StudioTest {

    private static final String NEWBORN = "/api/studio/bundles/newborn";

    @Autowired
    MockMvc http;

    @Autowired
    Bundles bundles;

    @Autowired
    Processes processes;

    @Autowired
    Instances instances;

    @Autowired
    ObjectMapper json;

    @Test
    void anAnalystOpensABundleWhole() throws Exception {
        as(Role.ANALYST, get("/api/studio/bundles"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].key", hasItem("newborn")))
                .andExpect(jsonPath("$[*].key", hasItem("shared")));
        as(Role.ANALYST, get(NEWBORN))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("新生儿出生一件事"))
                .andExpect(jsonPath("$.files[?(@.name == 'newborn.bpmn')].kind").value("bpmn"))
                .andExpect(jsonPath("$.files[?(@.name == 'bundle.yaml')].kind").value("yaml"))
                .andExpect(jsonPath("$.editions[0].edition").isNumber());
        as(Role.ANALYST, get("/api/studio/element-templates"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].id", hasItem("license-lookup")));
    }

    @Test
    void nobodyElseMay() throws Exception {
        as(Role.CITIZEN, get("/api/studio/bundles")).andExpect(status().isForbidden());
        as(Role.SUPERVISOR, send(NEWBORN + "/check", Map.of("files", files("newborn"))))
                .andExpect(status().isForbidden());
        http.perform(get("/api/studio/bundles")).andExpect(status().isUnauthorized());
    }

    @Test
    void aBundleThatDoesNotExistIsNotFound() throws Exception {
        as(Role.ANALYST, get("/api/studio/bundles/nowhere"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("bundle-unknown"));
    }

    @Test
    void whatIsPublishedIsWithoutAFaultAndAFaultIsToldAtItsElement() throws Exception {
        as(Role.ANALYST, send(NEWBORN + "/check", Map.of("files", files("newborn"))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$").isEmpty());

        var faulty = changed("newborn", "newborn.bpmn", "camunda:versionTag", "camunda:noTag");
        as(Role.ANALYST, send(NEWBORN + "/check", Map.of("files", faulty)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].element", hasItem("newborn")))
                .andExpect(jsonPath("$[0].severity").value("error"));
    }

    @Test
    void aNewEditionServesNewApplicationsAndRunningOnesStayOnTheirs() throws Exception {
        var basedOn = bundles.edition("newborn").number();
        processes.start("newborn", "A430000-studio-1", null, Map.of("applicationNo", "A430000-studio-1"));

        var changed = changed("newborn", "newborn.bpmn", "name=\"新生儿出生", "name=\"新生儿出生（新版）");
        as(Role.ANALYST, send(NEWBORN + "/editions", publication(changed, basedOn)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.edition").value(basedOn + 1));
        processes.start("newborn", "A430000-studio-2", null, Map.of("applicationNo", "A430000-studio-2"));

        var before = instances.of("A430000-studio-1").get(0).version();
        assertThat(instances.of("A430000-studio-2").get(0).version()).isEqualTo(before + 1);
        as(Role.ANALYST, get(NEWBORN)).andExpect(jsonPath("$.editions[0].note").value("试一试"));
    }

    @Test
    void whoeverComesSecondIsToldWhoWasFaster() throws Exception {
        var basedOn = bundles.edition("newborn").number();
        as(Role.ANALYST, send(NEWBORN + "/editions", publication(files("newborn"), basedOn)))
                .andExpect(status().isCreated());

        as(Role.ANALYST, send(NEWBORN + "/editions", publication(files("newborn"), basedOn)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("edition-outdated"))
                .andExpect(jsonPath("$.detail", containsString("苏文")));
    }

    @Test
    void aHostileModelIsRefusedBeforeAnythingIsDeployed() throws Exception {
        var basedOn = bundles.edition("newborn").number();
        var hostile = changed(
                "newborn",
                "newborn.bpmn",
                "camunda:delegateExpression=\"${returnCases}\"",
                "camunda:class=\"java.lang.Thread\"");

        as(Role.ANALYST, send(NEWBORN + "/editions", publication(hostile, basedOn)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("models-refused"))
                .andExpect(jsonPath("$.findings[*].message", hasItem(containsString("Java 类"))));
        assertThat(bundles.edition("newborn").number()).isEqualTo(basedOn);
    }

    @Test
    void whatTheEngineRefusesIsToldLikeAFinding() throws Exception {
        var basedOn = bundles.edition("shared").number();
        var refused = changed(
                "shared", "supplement.bpmn", "attachedToRef=\"supplementMaterials\"", "attachedToRef=\"nowhere\"");

        as(Role.ANALYST, send("/api/studio/bundles/shared/editions", publication(refused, basedOn)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.findings[0].file").value("supplement.bpmn"));
        assertThat(bundles.edition("shared").number()).isEqualTo(basedOn);
    }

    @Test
    void sharedModelsCannotBreakTheBundlesThatLeanOnThem() throws Exception {
        var without = files("shared").stream()
                .filter(file -> !file.get("name").equals("item-handling.bpmn"))
                .toList();

        as(Role.ANALYST, send("/api/studio/bundles/shared/check", Map.of("files", without)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].message", hasItem(containsString("newborn"))));
    }

    @Test
    void aPublicationSaysWhatItChanges() throws Exception {
        var silent = Map.of("files", files("newborn"), "note", " ", "basedOn", 1);

        as(Role.ANALYST, send(NEWBORN + "/editions", silent))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail", containsString("请写明这一版改了什么")));
    }

    private Map<String, Object> publication(List<Map<String, String>> files, int basedOn) {
        return Map.of("files", files, "note", "试一试", "basedOn", basedOn);
    }

    private List<Map<String, String>> files(String key) {
        return new TreeMap<>(bundles.files(key))
                .entrySet().stream()
                        .map(file -> Map.of("name", file.getKey(), "text", new String(file.getValue(), UTF_8)))
                        .toList();
    }

    private List<Map<String, String>> changed(String key, String name, String from, String to) {
        return files(key).stream()
                .map(file -> file.get("name").equals(name)
                        ? Map.of("name", name, "text", replaced(file.get("text"), from, to))
                        : file)
                .toList();
    }

    private static String replaced(String text, String from, String to) {
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    private MockHttpServletRequestBuilder send(String path, Object body) throws Exception {
        return post(path).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body));
    }

    private ResultActions as(Role role, MockHttpServletRequestBuilder request) throws Exception {
        var account = new Account("studio-test", "苏文", Set.of(role), null, "430000", null, null);
        var authorities = List.of(new SimpleGrantedAuthority("ROLE_" + role));
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(account, null, authorities);
        return http.perform(request.with(authentication(signedIn)).with(People.csrf()));
    }
}
