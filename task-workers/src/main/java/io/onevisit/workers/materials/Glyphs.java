package io.onevisit.workers.materials;

import io.onevisit.workers.ocr.Scan;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Characters in a row: full-width forms made plain, blanks left out (readers put them where they like), each with its
 * confidence and its place.
 */
record Glyphs(String text, List<Double> confidences, List<Integer> origins, Scan.Line line) {

    static Glyphs of(Scan.Line line) {
        var text = new StringBuilder();
        var confidences = new ArrayList<Double>();
        var origins = new ArrayList<Integer>();
        for (int i = 0; i < line.text().length(); i++) {
            var plain = Normalizer.normalize(line.text().substring(i, i + 1), Normalizer.Form.NFKC);
            for (var c : plain.toCharArray()) {
                if (!Character.isWhitespace(c)) {
                    text.append(c);
                    confidences.add(
                            i < line.confidences().size() ? line.confidences().get(i) : 0.5);
                    origins.add(i);
                }
            }
        }
        return new Glyphs(text.toString(), confidences, origins, line);
    }

    Glyphs part(int from, int to) {
        return new Glyphs(text.substring(from, to), confidences.subList(from, to), origins.subList(from, to), line);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** As sure as of the least sure character: one wrong digit makes another number. */
    double confidence() {
        return confidences.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    /** Where these characters stand on the page, estimated by their share of the line. */
    List<Integer> box() {
        var width = 0.0;
        var before = 0.0;
        var ours = 0.0;
        for (int i = 0; i < line.text().length(); i++) {
            var share = line.text().charAt(i) < 0x2E80 ? 0.55 : 1.0;
            width += share;
            before += i < origins.get(0) ? share : 0;
            ours += i >= origins.get(0) && i <= origins.get(origins.size() - 1) ? share : 0;
        }
        return List.of(
                line.left() + (int) Math.round(line.width() * before / width),
                line.top(),
                (int) Math.round(line.width() * ours / width),
                line.height());
    }
}
