package io.onevisit.workers.ocr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The words of a PDF page that are text already, with their places in pixels of the rendered page. */
class TextLayer extends PDFTextStripper {

    private final List<Scan.Line> lines = new ArrayList<>();
    private final float scale;

    private TextLayer(float scale) {
        this.scale = scale;
        setSortByPosition(true);
    }

    static List<Scan.Line> of(PDDocument document, int page, float dpi) throws IOException {
        var layer = new TextLayer(dpi / 72);
        layer.setStartPage(page);
        layer.setEndPage(page);
        layer.getText(document);
        return layer.lines;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        if (text.isBlank() || positions.isEmpty()) {
            return;
        }
        float left = Float.MAX_VALUE, top = Float.MAX_VALUE, right = 0, bottom = 0;
        for (var position : positions) {
            left = Math.min(left, position.getXDirAdj());
            right = Math.max(right, position.getXDirAdj() + position.getWidthDirAdj());
            var height = Math.max(position.getHeightDir(), position.getFontSizeInPt() * 0.8f);
            top = Math.min(top, position.getYDirAdj() - height);
            bottom = Math.max(bottom, position.getYDirAdj());
        }
        lines.add(new Scan.Line(
                text,
                Collections.nCopies(text.length(), 1.0),
                List.of(pixels(left), pixels(top), pixels(right - left), pixels(bottom - top))));
    }

    private int pixels(float points) {
        return Math.round(points * scale);
    }
}
