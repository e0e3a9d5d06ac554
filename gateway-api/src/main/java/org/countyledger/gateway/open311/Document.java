package org.countyledger.gateway.open311;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer before it has a form: JSON is the bare content, XML has elements around it.
 *
 * @param root name of the outermost element
 * @param item name of each element of a list
 * @param content maps, lists, texts, numbers, booleans; no entry for what is not known
 */
record Document(String root, String item, Object content) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    static Document list(String root, String item, List<Map<String, Object>> content) {
        return new Document(root, item, content);
    }

    ResponseEntity<byte[]> answer(Format format, HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(format.mediaType())
                .cacheControl(CacheControl.noCache())
                .body(bytes(format));
    }

    private byte[] bytes(Format format) {
        return switch (format) {
            case JSON -> MAPPER.writeValueAsBytes(content);
            case XML -> xml().getBytes(StandardCharsets.UTF_8);
        };
    }

    private String xml() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XML.createXMLStreamWriter(text);
            out.writeStartDocument("utf-8", "1.0");
            element(out, root, content);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML could not be written to memory", e);
        }
        return text.toString();
    }

    private void element(XMLStreamWriter out, String name, Object value) throws XMLStreamException {
        out.writeStartElement(name);
        switch (value) {
            case Map<?, ?> map -> {
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    element(out, String.valueOf(entry.getKey()), entry.getValue());
                }
            }
            case List<?> list -> {
                for (Object each : list) {
                    element(out, name.equals(root) ? item : singular(name), each);
                }
            }
            default -> out.writeCharacters(withoutControls(String.valueOf(value)));
        }
        out.writeEndElement();
    }

    private static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : "value";
    }

    /** XML 1.0 has no place for most control characters. */
    private static String withoutControls(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c != 0xfffe && c != 0xffff))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
