package io.onevisit.workers.ocr;

import com.benjaminwan.ocrlibrary.Point;
import com.benjaminwan.ocrlibrary.TextBlock;
import io.github.mymonstercat.Model;
import io.github.mymonstercat.ocr.InferenceEngine;
import io.github.mymonstercat.ocr.config.HardwareConfig;
import io.github.mymonstercat.ocr.config.ParamConfig;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Recognises the characters of a picture with PP-OCRv4; loaded at first use, it takes over a gigabyte. */
class RapidOcr {

    static final String NAME = "RapidOCR";
    static final String VERSION = "PP-OCRv4";
    private static final int PADDING = 50;
    private static final int WHOLE = 0;

    private InferenceEngine engine;

    /** @param folder where the picture may lie while it is read: the engine takes files only */
    List<Scan.Line> read(BufferedImage picture, Path folder) throws IOException {
        if (engine == null) {
            var threads = Math.max(1, Math.min(2, Runtime.getRuntime().availableProcessors()));
            engine = InferenceEngine.getInstance(Model.ONNX_PPOCR_V4, new HardwareConfig(threads, -1));
        }
        var file = Files.createTempFile(folder, "ocr", ".bmp");
        try {
            ImageIO.write(picture, "bmp", file.toFile());
            var how = new ParamConfig(PADDING, WHOLE, 0.5f, 0.3f, 1.6f, true, true);
            var found = engine.runOcr(file.toString(), how);
            return found.getTextBlocks().stream().map(RapidOcr::line).toList();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Scan.Line line(TextBlock block) {
        var xs = block.getBoxPoint().stream().mapToInt(Point::getX).summaryStatistics();
        var ys = block.getBoxPoint().stream().mapToInt(Point::getY).summaryStatistics();
        var confidences = new ArrayList<Double>();
        for (var score : block.getCharScores()) {
            confidences.add(Math.round(score * 1000) / 1000.0);
        }
        return new Scan.Line(
                block.getText(),
                confidences,
                List.of(xs.getMin(), ys.getMin(), xs.getMax() - xs.getMin(), ys.getMax() - ys.getMin()));
    }
}
