package org.citygis.maps;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a document of XML, element by element. */
public final class Xml {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;

  public Xml() {
    try {
      out = FACTORY.createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A document with a document type, as WMS 1.1.1 wants it. */
  public Xml doctype(String declaration) {
    return doing(() -> out.writeDTD(declaration));
  }

  /**
   * @param attributes name, value, name, value …
   */
  public Xml open(String name, String... attributes) {
    return doing(
        () -> {
          out.writeStartElement(name);
          for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], clean(attributes[i + 1]));
          }
        });
  }

  public Xml close() {
    return doing(out::writeEndElement);
  }

  /** An element of text alone. */
  public Xml element(String name, String content, String... attributes) {
    open(name, attributes);
    doing(() -> out.writeCharacters(clean(content)));
    return close();
  }

  /** An element without content. */
  public Xml empty(String name, String... attributes) {
    return open(name, attributes).close();
  }

  /** The whole document; what is still open is closed. */
  public String finish() {
    doing(out::writeEndDocument);
    return text.toString();
  }

  /** Characters that XML cannot express are replaced. */
  private static String clean(String content) {
    return content.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd");
  }

  private Xml doing(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws XMLStreamException;
  }
}
