package io.onevisit.papers;

import io.onevisit.problems.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A Chinese font of the system, of which a document embeds the characters it uses.
 *
 * @param font a TrueType file or collection; empty: the first that is found of those that distributions install
 */
@ConfigurationProperties("onevisit.papers")
record ChineseFont(@DefaultValue("") String font) {

    private static final List<String> USUAL = List.of(
            "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
            "/usr/share/fonts/wqy-zenhei/wqy-zenhei.ttc",
            "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
            "/usr/share/fonts/wqy-microhei/wqy-microhei.ttc",
            "/usr/share/fonts/truetype/arphic/uming.ttc",
            "/System/Library/Fonts/STHeiti Light.ttc",
            "C:/Windows/Fonts/simsun.ttc");

    PDFont into(PDDocument document) throws IOException {
        var file = file().orElseThrow(() ->
                Problem.conflict("font-missing", "服务器没有安装中文字体，暂时不能生成 PDF 文书，请联系运维人员（./onevisit doctor 会说明）。"));
        if (!file.getName().endsWith(".ttc")) {
            return PDType0Font.load(document, file);
        }
        var collection = new TrueTypeCollection(file);
        var names = new String[1];
        collection.processAllFonts(font -> names[0] = names[0] == null ? font.getName() : names[0]);
        return PDType0Font.load(document, collection.getFontByName(names[0]), true);
    }

    private Optional<File> file() {
        var candidates = font.isBlank() ? USUAL : List.of(font);
        return candidates.stream()
                .map(Path::of)
                .filter(Files::isReadable)
                .map(Path::toFile)
                .findFirst();
    }
}
