package io.onevisit.materials;

import io.onevisit.engine.Processes;
import io.onevisit.engine.Tenants;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import io.onevisit.problems.Problem;
import io.onevisit.processes.DocumentReading;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a document while its applicant still writes, so that they see what was read, and correct it, before they submit. */
@Component
public class ReadAhead {

    private static final int LONGEST = 100;

    private final Kinds kinds;
    private final Evidence evidence;
    private final Processes processes;

    ReadAhead(Kinds kinds, Evidence evidence, Processes processes) {
        this.kinds = kinds;
        this.evidence = evidence;
        this.processes = processes;
    }

    /**
     * Has it read, if anything in a document of its kind is compared.
     *
     * @param kind what the document is for the reader
     * @param region whose edition of the model runs
     */
    @Transactional
    public void start(UUID documentId, String kind, String region) {
        if (!kinds.points(kind).isEmpty()) {
            processes.start(
                    DocumentReading.PROCESS,
                    documentId.toString(),
                    Tenants.city(region),
                    Map.of(DocumentReading.Variables.DOCUMENT_KIND, kind));
        }
    }

    /** What was read so far. */
    public Read of(UUID documentId, String kind) {
        var points = kinds.points(kind);
        if (points.isEmpty()) {
            return new Read(State.NOTHING, null, List.of());
        }
        var reading = evidence.reading(documentId).orElse(null);
        if (reading == null) {
            return new Read(State.READING, null, List.of());
        }
        if (reading.problem() != null) {
            return new Read(State.UNREADABLE, Evidence.sentence(reading.problem()), List.of());
        }
        if (reading.fields().isEmpty()) {
            return new Read(State.NOTHING, null, List.of());
        }
        var stated = evidence.stated(documentId);
        return new Read(
                State.READ,
                null,
                points.stream().map(point -> field(point, reading, stated)).toList());
    }

    /**
     * Keeps what the person who handed it in says stands there; officers see it beside what was read.
     *
     * @param stated by field; an empty word takes back what was said
     */
    @Transactional
    public void state(UUID documentId, String kind, Map<String, String> stated) {
        var known = kinds.points(kind).stream().map(Kinds.Point::field).toList();
        if (!known.containsAll(stated.keySet()) || evidence.reading(documentId).isEmpty()) {
            throw Problem.conflict("reading-missing", "这份材料没有可以更正的识别结果，请刷新页面后再试。");
        }
        if (stated.values().stream().anyMatch(word -> word == null || word.length() > LONGEST)) {
            throw Problem.invalid("stated-long", "更正的内容最多 100 字。");
        }
        evidence.state(
                documentId,
                stated.entrySet().stream()
                        .filter(entry -> !entry.getValue().isBlank())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().strip())));
    }

    private static Field field(Kinds.Point point, Reading reading, Map<String, String> stated) {
        var found = reading.fields().stream()
                .filter(field -> field.key().equals(point.field()))
                .findFirst();
        var answer =
                point.from().stream().filter(source -> source.answer() != null).findFirst();
        return new Field(
                point.field(),
                point.label(),
                found.map(Reading.Field::value).orElse(null),
                found.map(Reading.Field::confidence).orElse(0.0),
                answer.map(Kinds.Source::answer).orElse(null),
                answer.map(Kinds.Source::values).orElse(null),
                stated.get(point.field()));
    }

    public enum State {
        /** Nothing in such a document is read. */
        NOTHING,
        READING,
        READ,
        UNREADABLE
    }

    /** @param problem why it could not be read, in a sentence */
    public record Read(State state, String problem, List<Field> fields) {}

    /**
     * @param value {@code null} where it was not found
     * @param confidence 0 to 1
     * @param answer the form's field that says the same, {@code null} where none does
     * @param words what the answer's codes are called on paper, {@code null} where it has none
     * @param stated what the person says stands there, {@code null} where they did not correct it
     */
    public record Field(
            String key,
            String label,
            @Personal(value = Mask.TEXT, purpose = "提交前核对材料的识别结果", shown = Personal.Shown.TO_THE_PERSON) String value,
            double confidence,
            String answer,
            Map<String, String> words,
            @Personal(value = Mask.TEXT, purpose = "提交前更正材料的识别结果", shown = Personal.Shown.TO_THE_PERSON)
                    String stated) {}
}
