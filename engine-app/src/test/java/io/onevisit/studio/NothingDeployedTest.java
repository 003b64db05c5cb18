package io.onevisit.studio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Jobs;
import io.onevisit.OfficeDesk;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.identity.Role;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Every hostile model is sent to be published as an analyst does: each is refused, the engine gets none, nobody outside is called. */
@PlatformTest
class NothingDeployedTest {

    private static final String BUNDLE = "/api/studio/bundles/newborn";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Jobs jobs;

    @Autowired
    RepositoryService repository;

    @Test
    void noneIsPublished() throws Exception {
        var desk = new OfficeDesk(web, json, sql, jobs);
        var analyst = new People(sql).officer(Role.ANALYST, null, "430000");
        var open = desk.read(analyst, BUNDLE);
        var deployments = repository.createDeploymentQuery().count();

        try (var outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (var place : HostilePlaces.all().toList()) {
                var files = new ArrayList<Map<String, String>>();
                open.path("files")
                        .forEach(file -> files.add(Map.of(
                                "name",
                                file.path("name").asText(),
                                "text",
                                file.path("text").asText())));
                for (var name : List.of(SoundBundle.PROCESS, SoundBundle.DECISION, SoundBundle.FORM)) {
                    var text = new String(place.bundle().files().get(name), UTF_8);
                    files.add(Map.of(
                            "name",
                            name,
                            "text",
                            text.replace("127.0.0.1:1/", "127.0.0.1:" + outside.getLocalPort() + "/")));
                }

                var answer = desk.send(
                                analyst,
                                BUNDLE + "/editions",
                                Map.of(
                                        "files",
                                        files,
                                        "note",
                                        "试图发布",
                                        "basedOn",
                                        open.path("edition").asInt()))
                        .andReturn()
                        .getResponse();

                assertThat(answer.getStatus()).as(place.toString()).isEqualTo(422);
                assertThat(answer.getContentAsString(UTF_8))
                        .as(place.toString())
                        .contains("models-refused", place.sentence());
            }
            outside.setSoTimeout(50);
            assertThatThrownBy(outside::accept).isInstanceOf(SocketTimeoutException.class);
        }

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("sound-bundle")
                        .count())
                .isZero();
        assertThat(desk.read(analyst, BUNDLE).path("edition").asInt())
                .isEqualTo(open.path("edition").asInt());
    }
}
