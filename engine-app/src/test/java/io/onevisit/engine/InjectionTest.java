package io.onevisit.engine;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** What people write is never read as a program: not in a variable, not in an answer, not as the name of a file. */
@PlatformTest
class InjectionTest {

    private static final String CALL = "${''.getClass().forName('java.lang.Runtime')}";

    @Autowired
    Deployments deployments;

    @Autowired
    Processes processes;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Cases cases;

    @Autowired
    Office office;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @ParameterizedTest
    @ValueSource(
            strings = {
                CALL,
                "#{dataSource}",
                "${1 + 1}",
                "{{7*7}}",
                "' or '1'=='1",
                "\" + evil() + \"",
                "<script>alert(1)</script>",
                "=1+1"
            })
    void aVariableStaysText(String hostile) {
        var model = Models.process("injection")
                .startEvent()
                .exclusiveGateway("asks")
                .condition("no", "${text == 'harmless'}")
                .endEvent()
                .moveToNode("asks")
                .condition("yes", "${text != 'harmless'}")
                .userTask("wait")
                .camundaCandidateGroups("${text}")
                .camundaInputParameter("copy", "${text}")
                .endEvent()
                .done();
        deployments.deploy("injection", null, Models.file("injection", model));

        var id = processes.start(
                "injection", "inj-" + UUID.randomUUID().toString().substring(0, 18), null, Map.of("text", hostile));

        var task = tasks.createTaskQuery().processInstanceId(id).singleResult();
        assertThat(runtime.getVariable(id, "text")).isEqualTo(hostile);
        assertThat(tasks.getVariable(task.getId(), "copy")).isEqualTo(hostile);
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(link -> link.getGroupId())
                .containsExactly(hostile);
        runtime.deleteProcessInstance(id, "test");
    }

    @Test
    void answersOfAFormStayTextAllTheWay() throws Exception {
        var parent = office.parent();
        var answers = Applying.answers();
        answers.put("childName", CALL);
        answers.put("motherName", "#{dataSource.connection}");
        answers.put("deliveryAddress", "'); drop table account; -- {{7*7}}");
        var draft = parent.draft(answers, List.of("fertilityRegistration"));

        var receipt = parent.node(parent.submit(draft, UUID.randomUUID().toString()));

        var no = receipt.path("applicationNo").asText();
        assertThat(no).as(receipt.toString()).isNotBlank();
        var file = cases.ofApplication(no).get(0);
        office.goOn(file);
        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.UNDER_REVIEW);
        assertThat(runtime.createIncidentQuery().count())
                .as("incidents with the text of an attack")
                .isEqualTo(runtime.createIncidentQuery().list().stream()
                        .filter(incident ->
                                !String.valueOf(incident.getIncidentMessage()).contains("getClass"))
                        .count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd.png",
                "..\\..\\windows\\x.png",
                "${dataSource}.png",
                "a\u0000b.png",
                "a\r\nSet-Cookie: x=1.png",
                "\u202Egnp.exe.png",
                "\"; filename=\"x.exe.png",
                "CON.png",
                "<img src=x>.png"
            })
    void theNameOfAFileIsOnlyShown(String name) throws Exception {
        var parent = office.parent();
        var draft = parent.draft(Applying.answers(), List.of("fertilityRegistration"));
        var material = parent.read("/api/drafts/" + draft + "/form")
                .path("materials")
                .path(0)
                .path("key")
                .asText();

        var answer = web.perform(multipart("/api/drafts/" + draft + "/documents")
                        .file(new MockMultipartFile("file", name, "image/png", png()))
                        .param("materialKey", material)
                        .with(as(parent.person())))
                .andReturn()
                .getResponse();
        var uploaded = json.readTree(answer.getContentAsByteArray());

        assertThat(answer.getStatus()).as(uploaded.toString()).isIn(201, 422);
        if (answer.getStatus() == 201) {
            var kept = uploaded.path("name").asText();
            assertThat(kept).doesNotContain("/", "\\", "\r", "\n", "\u0000", "\u202E");
            var content = web.perform(
                            get("/api/documents/" + uploaded.path("id").asText() + "/content")
                                    .with(as(parent.person())))
                    .andReturn()
                    .getResponse();
            assertThat(content.getHeaderNames()).doesNotContain("Set-Cookie");
            assertThat(content.getHeader("Content-Disposition"))
                    .doesNotContain("\r", "\n", "\u0000")
                    .matches("(inline|attachment); filename=\"[^\"]*\"(; filename\\*=[^\"]*)?");
        }
    }

    private static byte[] png() throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
