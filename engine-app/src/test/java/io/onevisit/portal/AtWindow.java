package io.onevisit.portal;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.identity.Account;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A clerk who takes one item in for whoever is present. */
record AtWindow(MockMvc web, ObjectMapper json, Account clerk) {

    static final String ITEM = "HN-WJ-0103";

    static Map<String, String> card(Account person) {
        return Map.of("name", person.name(), "idNo", person.idNo(), "phone", "13900000000");
    }

    Applying asClerk() {
        return new Applying(web, json, clerk);
    }

    ResultActions begin(Map<String, String> applicant, boolean verified, Map<String, Object> more) throws Exception {
        var body = new HashMap<String, Object>(Map.of("item", ITEM, "region", "430102", "verified", verified));
        body.put("applicant", applicant);
        body.putAll(more);
        return asClerk().ask(post("/api/drafts"), body);
    }

    /** A draft with every answer, and no paper yet. */
    String answered(Map<String, String> applicant) throws Exception {
        var draft = id(begin(applicant, true, Map.of()).andExpect(status().isCreated()));
        save(draft, Applying.answers(), 1);
        return draft;
    }

    void save(String draft, Map<String, Object> answers, int revision) throws Exception {
        asClerk()
                .ask(put("/api/drafts/" + draft), Map.of("answers", answers, "items", List.of(), "revision", revision))
                .andExpect(status().isOk());
    }

    /** A draft with everything that is asked for. */
    String complete(Map<String, String> applicant) throws Exception {
        var draft = answered(applicant);
        for (var material : required(draft)) {
            asClerk().upload(draft, material);
        }
        return draft;
    }

    List<String> required(String draft) throws Exception {
        return asClerk().read("/api/drafts/" + draft + "/form").path("materials").findParents("key").stream()
                .filter(material -> material.path("required").asBoolean())
                .map(material -> material.path("key").asText())
                .toList();
    }

    ResultActions submit(String draft) throws Exception {
        return asClerk().submit(draft, UUID.randomUUID().toString());
    }

    JsonNode node(ResultActions answer) throws Exception {
        return asClerk().node(answer);
    }

    private String id(ResultActions answer) throws Exception {
        return node(answer).path("id").asText();
    }
}
