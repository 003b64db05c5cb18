package io.onevisit.studio;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML of a model that may be hostile: no DTD, nothing from outside, within limits. */
final class ModelReader {

    static final int MOST_ELEMENTS = 5_000;
    static final int DEEPEST = 40;
    static final int MOST_ATTRIBUTES = 40;

    private int elements;

    private ModelReader() {}

    static Node read(String text) throws Unreadable {
        try {
            var reader = factory().createXMLStreamReader(new StringReader(text));
            try {
                return new ModelReader().root(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new Unreadable("文件不是完好的 XML（第 %d 行附近），请用设计器重新保存后再试。".formatted(line(e)));
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private Node root(XMLStreamReader reader) throws XMLStreamException, Unreadable {
        var encoding = reader.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            throw new Unreadable("文件声明的编码是 %s：模型一律使用 UTF-8，请另存为 UTF-8。".formatted(encoding));
        }
        Node root = null;
        while (reader.hasNext()) {
            var event = reader.next();
            refuse(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                root = element(reader, 1);
            }
        }
        return root;
    }

    private Node element(XMLStreamReader reader, int depth) throws XMLStreamException, Unreadable {
        if (++elements > MOST_ELEMENTS) {
            throw new Unreadable("模型超过 %d 个元素，无法阅读也无法运行，请拆成几个流程。".formatted(MOST_ELEMENTS));
        }
        if (depth > DEEPEST) {
            throw new Unreadable("模型嵌套超过 %d 层，请减少子流程的层次。".formatted(DEEPEST));
        }
        var name = reader.getName();
        var attributes = attributes(reader);
        List<Node> children = new ArrayList<>();
        var text = new StringBuilder();
        while (true) {
            var event = reader.next();
            refuse(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(reader, depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                return new Node(name, attributes, children, text.toString().strip());
            }
        }
    }

    private static Map<QName, String> attributes(XMLStreamReader reader) throws Unreadable {
        if (reader.getAttributeCount() > MOST_ATTRIBUTES) {
            throw new Unreadable("元素 %s 的属性多得不合情理，文件不予采用。".formatted(reader.getLocalName()));
        }
        Map<QName, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static void refuse(int event) throws Unreadable {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.ENTITY_DECLARATION ->
                throw new Unreadable("文件含有 DTD 或实体定义，出于安全不予读取：请删除 <!DOCTYPE …> 及其内容。");
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> throw new Unreadable("文件含有处理指令（<? … ?>），模型里不需要，请删除。");
            default -> {
                // elements, text, comments: what a model is made of
            }
        }
    }

    private static int line(XMLStreamException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    }

    /** Why a file could not be read, as a sentence for its author. */
    static final class Unreadable extends Exception {
        Unreadable(String sentence) {
            super(sentence, null, false, false);
        }
    }
}
