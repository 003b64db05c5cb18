package io.onevisit.handoff;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A department's system that signs what it says and tells it to the platform. */
record DepartmentCalls(MockMvc http, ObjectMapper json, Clock time, String department, String secret) {

    /** Says something of a case; message ids are unique per department for ever, so each case has its own. */
    MockHttpServletResponse send(String caseNo, String id, String body) throws Exception {
        return sendAt(now(), caseNo + "-" + id, body);
    }

    MockHttpServletResponse sendAt(String timestamp, String messageId, String body) throws Exception {
        return posted(messageId, timestamp, signature(secret, timestamp, messageId, body), body);
    }

    MockHttpServletResponse posted(String messageId, String timestamp, String signature, String body) throws Exception {
        return http.perform(post("/api/handoff/callbacks")
                        .header("X-Department", department)
                        .header("X-Message-Id", messageId)
                        .header("X-Timestamp", timestamp)
                        .header("X-Signature", signature)
                        .content(body.getBytes(StandardCharsets.UTF_8)))
                .andReturn()
                .getResponse();
    }

    String now() {
        return String.valueOf(time.instant().getEpochSecond());
    }

    JsonNode tree(MockHttpServletResponse answer) throws Exception {
        return json.readTree(answer.getContentAsByteArray());
    }

    String status(MockHttpServletResponse answer) throws Exception {
        return tree(answer).path("status").asText();
    }

    /** A message with {@code '} for quotation marks. */
    static String said(String caseNo, int sequence, String kind, String rest) {
        var more = rest.isEmpty() ? "" : "," + rest;
        return ("{'caseNo':'" + caseNo + "','kind':'" + kind + "','sequence':" + sequence + more + "}")
                .replace('\'', '"');
    }

    static String signature(String secret, String timestamp, String messageId, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of()
                .formatHex(mac.doFinal((timestamp + "\n" + messageId + "\n" + body).getBytes(StandardCharsets.UTF_8)));
    }
}
