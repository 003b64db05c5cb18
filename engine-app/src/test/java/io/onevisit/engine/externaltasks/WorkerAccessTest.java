package io.onevisit.engine.externaltasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

@PlatformTest
class WorkerAccessTest {

    private static final String FETCH =
            """
            {"workerId":"w","maxTasks":1,"topics":[{"topicName":"nothing-in-tests","lockDuration":1000}]}""";

    @Autowired
    TestRestTemplate http;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine/external-task/fetchAndLock",
                "/engine/external-task/1/complete",
                "/engine/task",
                "/worker-api/notices"
            })
    void nobodyComesInWithoutTheSecret(String path) {
        for (var authorization : new String[] {null, "Bearer", "Bearer ", "Bearer wrong", "Basic dzp3"}) {
            var answer = post(path, FETCH, authorization);

            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
            assertThat(answer.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE))
                    .isEqualTo("Bearer");
            assertThat(answer.getHeaders()).doesNotContainKey(HttpHeaders.SET_COOKIE);
        }
    }

    @Test
    void anEmptyAnswerIsPlainJsonForTheJavaScriptClient() {
        var answer = post("/engine/external-task/fetchAndLock", FETCH, "Bearer the-workers-of-the-tests");

        assertThat(answer.getBody()).isEqualTo("[]");
        assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine/task",
                "/engine/process-definition/key/newborn/start",
                "/engine/external-task/1/lock",
                "/engine/external-task/1/retries",
                "/engine/process-instance/1/variables",
                "/engine/external-task"
            })
    void theRestOfTheEnginesInterfaceIsNotOffered(String path) {
        var answer = post(path, "{\"orQueries\":[{\"taskVariables\":\"${1}\"}]}", "Bearer the-workers-of-the-tests");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_IMPLEMENTED);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody()).contains("引擎接口只提供");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "workerId                | {\"maxTasks\":1,\"topics\":[{\"topicName\":\"t\",\"lockDuration\":1}]}",
                "maxTasks                | {\"workerId\":\"w\",\"topics\":[{\"topicName\":\"t\",\"lockDuration\":1}]}",
                "topics                  | {\"workerId\":\"w\",\"maxTasks\":1}",
                "lockDuration            | {\"workerId\":\"w\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"t\",\"lockDuration\":0}]}",
                "筛选条件                 | {\"workerId\":\"w\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"t\",\"lockDuration\":1,\"processVariables\":{\"a\":\"${1}\"}}]}",
                "JSON                    | nonsense",
            })
    void aRequestThatCannotBeServedIsToldWhy(String why, String request) {
        var answer = post("/engine/external-task/fetchAndLock", request, "Bearer the-workers-of-the-tests");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains(why).contains("\"type\":\"InvalidRequestException\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Object", "Bytes", "File", "Json", "Xml", "java.lang.Runtime"})
    void aVariableThatWouldHaveToBeDeserialisedIsRefused(String type) {
        var request =
                """
                {"workerId":"w","variables":{"x":{"value":"rO0ABXNy","type":"%s","valueInfo":{"objectTypeName":"java.util.ArrayList"}}}}"""
                        .formatted(type);

        var answer = post("/engine/external-task/1/complete", request, "Bearer the-workers-of-the-tests");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("变量 x");
    }

    private ResponseEntity<String> post(String path, String body, String authorization) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        if (authorization != null) {
            headers.set(HttpHeaders.AUTHORIZATION, authorization);
        }
        return http.exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
    }
}
