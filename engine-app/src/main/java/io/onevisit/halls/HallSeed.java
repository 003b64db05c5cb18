package io.onevisit.halls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the halls of the release into an installation when it starts; what is there stays as it is. */
@Component
@Order(11)
class HallSeed implements ApplicationRunner {

    private final JdbcClient sql;
    private final ObjectMapper yaml = new YAMLMapper();

    HallSeed(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        read().path("halls").forEach(this::hall);
    }

    private void hall(JsonNode hall) {
        var code = hall.path("code").asText();
        var added = sql.sql(
                        """
                        insert into hall (code, name, region, address, phone, hours) values (?, ?, ?, ?, ?, ?::jsonb)
                        on conflict do nothing""")
                .params(
                        code,
                        hall.path("name").asText(),
                        hall.path("region").asText(),
                        hall.path("address").asText(),
                        hall.path("phone").asText(),
                        hall.has("hours") ? hall.path("hours").toString() : null)
                .update();
        if (added == 0) {
            return;
        }
        var position = 0;
        for (var service : hall.path("services")) {
            sql.sql(
                            "insert into hall_service (hall, code, name, letter, minutes, bookable, position) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            code,
                            service.path("code").asText(),
                            service.path("name").asText(),
                            service.path("letter").asText(),
                            service.path("minutes").asInt(),
                            service.path("bookable").asInt(),
                            position++)
                    .update();
        }
        hall.path("windows").forEach(window -> sql.sql(
                        "insert into hall_window (hall, no, name, services) values (?, ?, ?, ?)")
                .params(code, window.path("no").asInt(), window.path("name").asText(), texts(window.path("services")))
                .update());
    }

    private static String[] texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new);
    }

    private JsonNode read() {
        try (var in = new ClassPathResource("halls/halls.yaml").getInputStream()) {
            return yaml.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("halls/halls.yaml cannot be read", e);
        }
    }
}
