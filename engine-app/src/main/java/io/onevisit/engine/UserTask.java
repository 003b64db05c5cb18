package io.onevisit.engine;

import java.time.Instant;
import java.util.List;

/**
 * A place where a process waits for a person.
 *
 * @param key the element's id in the model
 * @param name the element's label
 * @param formKey key of the form to fill in, {@code null} where there is none
 * @param candidateGroups who may take it
 */
public record UserTask(
        String id,
        String key,
        String name,
        String businessKey,
        String processInstanceId,
        String processKey,
        String tenant,
        String formKey,
        List<String> candidateGroups,
        String documentation,
        Instant createdAt) {}
