package io.onevisit.workers.handoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What a department's system said to a message. */
record DepartmentAnswer(int status, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SENTENCE = 300;

    boolean accepted() {
        return status >= 200 && status < 300;
    }

    /** A receipt names itself; an error page with status 200 does not, nor does half an answer. */
    boolean isReceipt() {
        return accepted() && !content().path("receipt").asText().isBlank();
    }

    /** Down, too busy, or broken: worth another try. */
    boolean isPassing() {
        return status >= 500 || status == 408 || status == 425 || status == 429;
    }

    String explanation() {
        if (status >= 300 && status < 400) {
            return "要求转到别的地址，出于安全不予跟随，请核对部门系统地址";
        }
        var content = content();
        var said = content.path("detail").asText(content.path("message").asText(body.strip()));
        return said.isBlank() ? "没有说明" : said.substring(0, Math.min(SENTENCE, said.length()));
    }

    private JsonNode content() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException cut) {
            return MissingNode.getInstance();
        }
    }
}
