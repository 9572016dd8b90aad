package org.citygis.ingest.kml;

import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.RecordLimit;
import org.citygis.ingest.source.UnreadableFile;

/** An XML text as a stream of elements, prefixes ignored: many a KML forgets to declare them. */
final class Xml implements AutoCloseable {
  private static final int DEEPEST = 100;

  private final Reader in;
  private final XMLStreamReader reader;
  private int depth;

  Xml(Reader text) throws IOException, UnreadableFile {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // The default one writes to the standard error of the server.
    factory.setXMLReporter((message, type, about, place) -> {});
    this.in = new TagGuard(text);
    try {
      this.reader = factory.createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      in.close();
      throw broken(e);
    }
  }

  /** Goes to the next element; false where the parent or the text ends. */
  boolean nextChild() throws UnreadableFile {
    while (true) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        default -> {}
      }
    }
  }

  /** The name of the element whose start was read last. */
  String name() {
    String name = reader.getLocalName();
    return name.substring(name.indexOf(':') + 1);
  }

  String attribute(String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  /** The text of the element on whose start the reader stands, read to its end. */
  String text() throws UnreadableFile {
    StringBuilder text = new StringBuilder();
    int level = 1;
    while (level > 0) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> level++;
        case XMLStreamConstants.END_ELEMENT -> level--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
          if (text.length() > RecordLimit.CHARACTERS) {
            throw broken("a text of more than " + RecordLimit.CHARACTERS + " characters");
          }
        }
        default -> {}
      }
    }
    return text.toString().replace("\0", "").strip();
  }

  /** Passes over the rest of the element on whose start the reader stands. */
  void skip() throws UnreadableFile {
    for (int level = 1; level > 0; ) {
      int event = next();
      level += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      level -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  private int next() throws UnreadableFile {
    try {
      if (!reader.hasNext()) {
        throw broken("it breaks off");
      }
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        throw broken("DOCTYPE");
      }
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
      if (depth > DEEPEST) {
        throw broken("nested too deeply");
      }
      return event;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private UnreadableFile broken(String what) {
    Location at = reader.getLocation();
    return new UnreadableFile(
        Finding.of(0, Defect.KML_BROKEN, at.getLineNumber(), at.getColumnNumber(), what));
  }

  private static UnreadableFile broken(XMLStreamException e) {
    Location at = e.getLocation();
    // The message repeats the place in its first line.
    String message = String.valueOf(e.getMessage()).replaceFirst("(?s)^.*Message: ", "");
    return new UnreadableFile(
        Finding.of(
            0,
            Defect.KML_BROKEN,
            at == null ? 1 : at.getLineNumber(),
            at == null ? 1 : at.getColumnNumber(),
            message),
        e);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
