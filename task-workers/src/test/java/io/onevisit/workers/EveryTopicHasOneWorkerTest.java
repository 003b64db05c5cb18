package io.onevisit.workers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.processes.Topics;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        properties = {"onevisit.workers.enabled=false", "onevisit.data=target/data", "spring.main.keep-alive=false"})
class EveryTopicHasOneWorkerTest {

    @Autowired
    List<Worker> workers;

    @Test
    void everyTopicAModelMayAskForHasExactlyOneWorker() {
        var topics = Arrays.stream(Topics.class.getFields())
                .filter(field -> field.getType() == String.class)
                .map(EveryTopicHasOneWorkerTest::value)
                .toList();

        assertThat(workers).extracting(Worker::topic).containsExactlyInAnyOrderElementsOf(topics);
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
