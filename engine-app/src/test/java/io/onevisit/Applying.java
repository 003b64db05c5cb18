package io.onevisit;

import static io.onevisit.People.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.identity.Account;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A parent who applies over the API; starts from a complete application, tests change what matters to them. */
public record Applying(MockMvc web, ObjectMapper json, Account person) {

    /** Answers that are complete for every item. */
    public static Map<String, Object> answers() {
        var answers = new HashMap<String, Object>();
        answers.put("certificateHeld", "true");
        answers.put("inWedlock", "true");
        answers.put("bornInInstitution", "true");
        answers.put("childBirthDate", java.time.LocalDate.now().minusDays(10).toString());
        answers.put("householdWith", "mother");
        answers.put("childName", "测小宝");
        answers.put("childSex", "male");
        answers.put("childEthnicity", "han");
        answers.put("certificateNo", "V430123456");
        answers.put("motherName", "测试母");
        answers.put("motherIdNo", People.idNo("43010219920202", 2));
        answers.put("motherPhone", "13900000001");
        answers.put("fatherName", "测试父");
        answers.put("fatherIdNo", People.idNo("43010319910303", 1));
        answers.put("childOrder", "1");
        answers.put("registerAddress", "湖南省长沙市芙蓉区测试路 1 号");
        answers.put("cardBank", "icbc");
        answers.put("paymentYear", "2026");
        answers.put("deliveryWay", "post");
        answers.put("deliveryAddress", "湖南省长沙市芙蓉区测试路 1 号");
        answers.put("accountBank", "中国工商银行");
        answers.put("bankAccount", "6222020000000000001");
        return answers;
    }

    public ResultActions ask(MockHttpServletRequestBuilder request, Object body) throws Exception {
        return web.perform(request.with(as(person))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    public JsonNode read(String path) throws Exception {
        return node(web.perform(get(path).with(as(person))));
    }

    public JsonNode node(ResultActions answer) throws Exception {
        return json.readTree(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    /** A draft with these answers and items, every paper that is asked for handed in. */
    public String draft(Map<String, Object> answers, List<String> items) throws Exception {
        var draft = node(ask(post("/api/drafts"), Map.of("bundle", "newborn", "region", "430102")));
        var id = draft.path("id").asText();
        ask(put("/api/drafts/" + id), Map.of("answers", answers, "items", items, "revision", 1));
        for (var material : read("/api/drafts/" + id + "/form").path("materials")) {
            if (material.path("required").asBoolean()) {
                upload(id, material.path("key").asText());
            }
        }
        return id;
    }

    public JsonNode upload(String draft, String materialKey) throws Exception {
        return send("/api/drafts/" + draft, materialKey);
    }

    /** Hands a paper in that a notice asks for. */
    public JsonNode handIn(String applicationNo, String materialKey) throws Exception {
        return send("/api/applications/" + applicationNo, materialKey);
    }

    private JsonNode send(String place, String materialKey) throws Exception {
        var file = new MockMultipartFile("file", materialKey + ".png", "image/png", png());
        return node(web.perform(multipart(place + "/documents")
                .file(file)
                .param("materialKey", materialKey)
                .with(as(person))));
    }

    public ResultActions submit(String draft, String key) throws Exception {
        return ask(
                post("/api/drafts/" + draft + "/submission").header("Idempotency-Key", key),
                Map.of("consents", List.of(), "confirmed", true));
    }

    /** An application for these items; returns the receipt. */
    public JsonNode submitted(List<String> items) throws Exception {
        return node(submit(draft(answers(), items), UUID.randomUUID().toString()));
    }

    /** These answers, and whatever else the draft's questions and form want, as somebody would fill it in. */
    public Map<String, Object> complete(String draft, Map<String, Object> answers) throws Exception {
        var all = new HashMap<>(answers);
        var bundle = read("/api/drafts/" + draft).path("bundle").asText();
        for (var group : read("/api/bundles/" + bundle).at("/situationForm/components")) {
            for (var question : group.path("components")) {
                all.putIfAbsent(
                        question.path("key").asText(),
                        question.path("values").isEmpty()
                                ? "2020-01-10"
                                : question.at("/values/0/value").asText());
            }
        }
        for (var page : read("/api/drafts/" + draft + "/form").path("pages")) {
            for (var field : page.path("fields")) {
                if (field.path("required").asBoolean() && field.path("value").isNull()) {
                    all.putIfAbsent(field.path("key").asText(), something(field));
                }
            }
        }
        return all;
    }

    private static Object something(JsonNode field) {
        if (!field.path("options").isEmpty()) {
            return field.at("/options/0/value").asText();
        }
        var key = field.path("key").asText().toLowerCase(Locale.ROOT);
        return switch (field.path("type").asText()) {
            case "date" -> "2026-01-10";
            case "number" -> 1;
            default ->
                key.endsWith("idno")
                        ? People.idNo("43010219920202", 2)
                        : key.endsWith("phone")
                                ? "13900000001"
                                : key.endsWith("code")
                                        ? "11430000MB9500087T"
                                        : key.endsWith("account") ? "6222020000000000001" : "示例";
        };
    }

    public static byte[] png() throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
