package org.citygis.style;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.citygis.text.Text;

/**
 * Reads a style file into elements. A document type, and with it every kind of entity, is refused.
 */
final class XmlSource {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_ELEMENTS = 500_000;

  private XmlSource() {}

  static Element read(Element.Source source, Reader input) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(input);
      return read(source, xml);
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
      String reason = String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", "");
      throw new InvalidStyle(source.file(), line, Text.of("XML 写法不正确：" + reason, reason));
    }
  }

  private static Element read(Element.Source source, XMLStreamReader xml)
      throws XMLStreamException {
    Element document = new Element(source, 1, "", Map.of());
    Deque<Element> open = new ArrayDeque<>();
    open.push(document);
    int elements = 0;
    while (xml.hasNext()) {
      int line = xml.getLocation().getLineNumber();
      switch (xml.next()) {
        case XMLStreamConstants.DTD ->
            throw new InvalidStyle(
                source.file(), line, Text.of("不允许使用 DOCTYPE", "a DOCTYPE is not allowed"));
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.size() > MAX_DEPTH || ++elements > MAX_ELEMENTS) {
            throw new InvalidStyle(
                source.file(),
                line,
                Text.of(
                    "超过 %d 层或 %d 个元素".formatted(MAX_DEPTH, MAX_ELEMENTS),
                    "more than %d levels or %d elements".formatted(MAX_DEPTH, MAX_ELEMENTS)));
          }
          Element element =
              new Element(
                  source, xml.getLocation().getLineNumber(), xml.getLocalName(), attributes(xml));
          open.element().add(element);
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            open.element().add(xml.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new InvalidStyle(
                source.file(),
                line,
                Text.of(
                    "未知的实体 &%s;".formatted(xml.getLocalName()),
                    "entity &%s; is not known".formatted(xml.getLocalName())));
        default -> {
          // comments and processing instructions say nothing about symbols
        }
      }
    }
    return document;
  }

  private static Map<String, String> attributes(XMLStreamReader xml) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    return attributes;
  }
}
