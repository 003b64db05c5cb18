package io.onevisit.edge;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Every kind of answer carries the headers that keep a browser from being used against the person before it. */
@PlatformTest
class AnswerHeadersTest {

    @LocalServerPort
    int port;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @ParameterizedTest
    @CsvSource({
        "page of the client,        GET,    /,                              200",
        "page only the client knows,GET,    /applications/A1,               200",
        "file that is missing,      GET,    /assets/none.js,                404",
        "open data,                 GET,    /api/regions,                   200",
        "session,                   GET,    /api/session,                   401",
        "personal data unsigned,    GET,    /api/applications,              401",
        "without a token,           POST,   /api/drafts,                    403",
        "worker unsigned,           GET,    /worker-api/documents/1/content,401",
        "engine unsigned,           POST,   /engine/external-task/fetchAndLock,401",
        "operation unsigned,        GET,    /actuator/sbom,                 401",
        "description,               GET,    /v3/api-docs,                   200",
        "errors asked for,          GET,    /error,                         404",
        "refused by the firewall,   GET,    /api/..;/session,               400",
        "refused by the container,  GET,    /api/[x],                       400",
    })
    void everyKindOfAnswerCarriesThem(String kind, String method, String path, int status) throws Exception {
        var answer = new Wire(port).send(method, path, "");

        assertThat(answer.status()).as(kind + answer.body()).isEqualTo(status);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()").contains("geolocation=()");
        assertThat(answer.header("X-Request-Id")).matches("[A-Z0-9]{12}");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("|");
        assertThat(answer.header("Cache-Control"))
                .isEqualTo(status == 200 && kind.startsWith("page") ? "no-cache" : "no-store");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void pagesRunOnlyOurOwnScripts() throws Exception {
        var policy = new Wire(port).get("/").header("Content-Security-Policy");

        assertThat(policy).contains("script-src 'self';").doesNotContain("unsafe-eval");
        assertThat(policy.replaceAll("style-src[^;]*", "")).doesNotContain("unsafe-inline");
    }

    @Test
    void overATrustedForwardersTlsBrowsersStayOnTlsAndCookiesToo() throws Exception {
        var answer = new Wire(port).get("/api/session", "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: https");

        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=31536000");
        assertThat(answer.header("Set-Cookie")).contains("XSRF-TOKEN=", "Secure", "SameSite=Lax");
    }

    @Test
    void cookiesAreNotSentFromOtherSites() throws Exception {
        assertThat(new Wire(port).get("/api/session").header("Set-Cookie")).contains("SameSite=Lax");
    }

    @Test
    void personalAnswersFilesAndPapersAreNotKept() throws Exception {
        var people = new People(sql);
        var parent = new Applying(web, json, people.citizen());
        var draft = parent.draft(Applying.answers(), List.of("fertilityRegistration"));
        var document = parent.upload(draft, "id-cards").path("id").asText();

        notKept(parent.person(), "/api/session", 200);
        notKept(parent.person(), "/api/drafts/" + draft, 200);
        notKept(parent.person(), "/api/drafts/" + draft + "x", 400);
        notKept(parent.person(), "/api/nowhere", 404);
        notKept(people.officer(Role.ANALYST, null, "430000"), "/api/studio/catalogue/template.xlsx", 200);
        if (!document.isEmpty()) {
            var file = notKept(parent.person(), "/api/documents/" + document + "/content", 200);
            assertThat(file.getHeaders("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
        }
    }

    private MockHttpServletResponse notKept(Account who, String path, int status) throws Exception {
        var answer = web.perform(get(path).with(as(who))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path + answer.getContentAsString()).isEqualTo(status);
        assertThat(answer.getHeaders("Cache-Control")).as(path).containsExactly("no-store");
        assertThat(answer.getHeaders("X-Content-Type-Options")).as(path).containsExactly("nosniff");
        return answer;
    }
}
