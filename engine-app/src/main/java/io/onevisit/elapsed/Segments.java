package io.onevisit.elapsed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Cuts the time of a case into pieces that each belong to one; what ranks highest at a time says whose it was. */
final class Segments {

    static List<Span> of(List<Span> spans, Instant from, Instant until) {
        var cuts = new TreeSet<Instant>(List.of(from, until));
        for (var span : spans) {
            if (inside(span.from(), from, until)) cuts.add(span.from());
            if (span.to() != null && inside(span.to(), from, until)) cuts.add(span.to());
        }
        var segments = new ArrayList<Span>();
        Instant begun = null;
        for (var cut : cuts) {
            if (begun != null) add(segments, spans, begun, cut);
            begun = cut;
        }
        return segments;
    }

    private static void add(List<Span> segments, List<Span> spans, Instant begun, Instant ended) {
        var paused = spans.stream().anyMatch(span -> span.paused() && span.covers(begun));
        spans.stream()
                .filter(span -> span.covers(begun))
                .max(Comparator.comparingInt(Span::rank).thenComparing(Span::from))
                .map(span -> span.between(begun, ended, paused))
                .ifPresent(piece -> {
                    var last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
                    if (last != null && piece.continues(last))
                        segments.set(segments.size() - 1, last.between(last.from(), ended, last.paused()));
                    else segments.add(piece);
                });
    }

    private static boolean inside(Instant at, Instant from, Instant until) {
        return at.isAfter(from) && at.isBefore(until);
    }

    private Segments() {}
}
