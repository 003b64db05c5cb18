package io.onevisit.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.engine.Deployments.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** A model as it arrives from outside: looked over without trust before any parser of the engine sees it. */
record ModelFile(String name, byte[] content) {

    private static final int MAX_BYTES = 5_000_000;
    private static final int MAX_ELEMENTS = 20_000;
    private static final int MAX_DEPTH = 100;

    Optional<Finding> objection() {
        if (content.length > MAX_BYTES) {
            return found("文件超过 5 MB，请拆分模型。");
        }
        if (name.endsWith(".form")) {
            return formObjection();
        }
        if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
            return xmlObjection();
        }
        return found("只能发布 .bpmn、.dmn 和 .form 文件。");
    }

    private Optional<Finding> formObjection() {
        try {
            var id = new ObjectMapper().readTree(content).path("id");
            return id.isTextual() ? Optional.empty() : found("表单缺少 id。");
        } catch (IOException e) {
            return found("表单不是有效的 JSON：" + firstLine(e));
        }
    }

    private Optional<Finding> xmlObjection() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            var elements = 0;
            var depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> {
                        return found("模型不得包含 DTD（<!DOCTYPE …>），请删除后重试。");
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        if (++elements > MAX_ELEMENTS || depth > MAX_DEPTH) {
                            return found("模型过大或嵌套过深（最多 %d 个元素、%d 层），请拆分。".formatted(MAX_ELEMENTS, MAX_DEPTH));
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            return found("文件不是有效的 XML（第 %d 行）：%s"
                    .formatted(e.getLocation() == null ? 0 : e.getLocation().getLineNumber(), firstLine(e)));
        }
    }

    private Optional<Finding> found(String message) {
        return Optional.of(new Finding(name, null, message));
    }

    private static String firstLine(Exception e) {
        return e.getMessage().lines().findFirst().orElse("");
    }
}
