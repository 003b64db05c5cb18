package io.onevisit.workers.materials;

import io.onevisit.workers.Platform.Reading;
import io.onevisit.workers.ocr.Scan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the fields of a document among the lines on its pages: first the label, then the value that belongs to it. */
class FieldFinder {

    private static final int LONG_ENOUGH_TO_GUESS = 4;

    private final FieldLayout layout;
    private final List<String> labels;

    FieldFinder(FieldLayout layout) {
        this.layout = layout;
        this.labels = layout.allLabels();
    }

    List<Reading.Field> find(Scan scan) {
        var found = new ArrayList<Reading.Field>();
        for (var field : layout.fields()) {
            scan.pages().stream()
                    .flatMap(page -> find(field, page).stream())
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Reading.Field> find(FieldLayout.Field field, Scan.Page page) {
        var lines = page.lines().stream()
                .map(Glyphs::of)
                .filter(line -> !line.isEmpty())
                .toList();
        for (var exactly : List.of(true, false)) {
            for (var label : field.labels()) {
                var anchors = anchors(lines, FieldLayout.text(label), exactly);
                var place = FieldLayout.place(label);
                if (place > anchors.size()) {
                    continue;
                }
                for (var anchor : place == 0 ? anchors : List.of(anchors.get(place - 1))) {
                    var value = value(field, anchor, lines, page.number());
                    if (value.isPresent()) {
                        return value;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** @param after what follows the label in its own line, as far as the next label */
    private record Anchor(Scan.Line line, Glyphs after) {}

    private List<Anchor> anchors(List<Glyphs> lines, String label, boolean exactly) {
        return lines.stream()
                .flatMap(line -> anchor(line, label, exactly).stream())
                .sorted(Comparator.comparingInt(anchor -> anchor.line().top()))
                .toList();
    }

    private Optional<Anchor> anchor(Glyphs line, String label, boolean exactly) {
        for (int from = 0; from + label.length() <= line.text().length(); from++) {
            var end = from + label.length();
            if (exactly ? labelAt(line.text(), from).equals(label) : resembles(line.text(), from, label)) {
                return Optional.of(new Anchor(
                        line.line(), untilNextLabel(line.part(end, line.text().length()))));
            }
        }
        return Optional.empty();
    }

    /** The label that stands here, not counting one that is only the end of a longer one. */
    private String labelAt(String text, int at) {
        for (var label : labels) {
            for (int from = Math.max(0, at - label.length() + 1); from <= at; from++) {
                if (text.startsWith(label, from)) {
                    return from == at ? label : "";
                }
            }
        }
        return "";
    }

    /** One character read wrongly, and not another label. */
    private boolean resembles(String text, int from, String label) {
        if (label.length() < LONG_ENOUGH_TO_GUESS || !labelAt(text, from).isEmpty()) {
            return false;
        }
        var different = 0;
        for (int i = 0; i < label.length(); i++) {
            different += text.charAt(from + i) == label.charAt(i) ? 0 : 1;
        }
        return different == 1;
    }

    private Glyphs untilNextLabel(Glyphs rest) {
        var from = 0;
        while (from < rest.text().length() && ":-_.".indexOf(rest.text().charAt(from)) >= 0) {
            from++;
        }
        for (int to = from; to < rest.text().length(); to++) {
            if (!labelAt(rest.text(), to).isEmpty()) {
                return rest.part(from, to);
            }
        }
        return rest.part(from, rest.text().length());
    }

    private Optional<Reading.Field> value(FieldLayout.Field field, Anchor anchor, List<Glyphs> lines, int page) {
        if (!anchor.after().isEmpty()) {
            return read(field, anchor.after(), page);
        }
        return rightOf(anchor.line(), lines)
                .flatMap(value -> read(field, value, page))
                .or(() -> below(anchor.line(), lines).flatMap(value -> read(field, value, page)));
    }

    /** The reader draws its boxes generously: a value's may begin within its label's. */
    private Optional<Glyphs> rightOf(Scan.Line label, List<Glyphs> lines) {
        return lines.stream()
                .filter(other -> other.line() != label && other.line().left() >= label.right() - label.height())
                .filter(other -> Math.abs(other.line().middle() - label.middle())
                        <= 0.6 * Math.min(label.height(), other.line().height())
                                + 0.05 * (other.line().left() - label.right()))
                .min(Comparator.comparingInt(other -> other.line().left()))
                .map(this::untilNextLabel)
                .filter(value -> !value.isEmpty());
    }

    private Optional<Glyphs> below(Scan.Line label, List<Glyphs> lines) {
        var bottom = label.top() + label.height();
        return lines.stream()
                .filter(other -> other.line().top() >= bottom - label.height() / 3)
                .filter(other -> other.line().top() <= bottom + 2 * label.height())
                .filter(other ->
                        other.line().left() < label.right() && other.line().right() > label.left())
                .min(Comparator.comparingInt(other -> other.line().top()))
                .map(this::untilNextLabel)
                .filter(value -> !value.isEmpty());
    }

    private static Optional<Reading.Field> read(FieldLayout.Field field, Glyphs found, int page) {
        return field.type().read(found.text()).map(value -> {
            var confidence = Math.round(found.confidence() * value.trust() * 1000) / 1000.0;
            return new Reading.Field(field.key(), field.label(), value.text(), confidence, page, found.box());
        });
    }
}
