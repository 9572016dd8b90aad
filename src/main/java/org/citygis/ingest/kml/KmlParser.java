package org.citygis.ingest.kml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FieldKind;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.RecordLimit;
import org.citygis.ingest.source.UnreadableFile;

/** Walks one KML text. */
final class KmlParser {
  /** KML's own texts that become fields. */
  static final List<String> OWN =
      List.of("name", "description", "folder", "timestamp", "begin", "end");

  /** Takes what the text holds. */
  interface Visitor<E extends Exception> {
    void placemark(Placemark placemark) throws UnreadableFile, E;

    /** A link to another file. */
    void link(String target);
  }

  private final Xml xml;

  /** What Schemas say of fields, by name. */
  private final Map<String, FieldKind> declared = new HashMap<>();

  KmlParser(Xml xml) {
    this.xml = xml;
  }

  /** What the Schemas of the file say of a field; TEXT also where they say nothing. */
  FieldKind declared(String field, FieldKind otherwise) {
    return declared.getOrDefault(field, otherwise);
  }

  <E extends Exception> void run(Visitor<E> visitor) throws UnreadableFile, E {
    if (!xml.nextChild()) {
      throw notKml("-");
    }
    switch (xml.name()) {
      case "kml", "Document" -> container("", visitor);
      case "Folder" -> folder("", visitor);
      case "Placemark" -> visitor.placemark(placemark(""));
      default -> throw notKml(xml.name());
    }
  }

  private static UnreadableFile notKml(String root) {
    return new UnreadableFile(Finding.of(0, Defect.KML_NOT_KML, root));
  }

  private <E extends Exception> void container(String path, Visitor<E> visitor)
      throws UnreadableFile, E {
    while (xml.nextChild()) {
      child(path, visitor);
    }
  }

  private <E extends Exception> void folder(String parent, Visitor<E> visitor)
      throws UnreadableFile, E {
    String path = parent;
    while (xml.nextChild()) {
      if (xml.name().equals("name")) {
        String own = xml.text();
        path = parent.isEmpty() ? own : parent + "/" + own;
      } else {
        child(path, visitor);
      }
    }
  }

  private <E extends Exception> void child(String path, Visitor<E> visitor)
      throws UnreadableFile, E {
    switch (xml.name()) {
      case "Document" -> container(path, visitor);
      case "Folder" -> folder(path, visitor);
      case "Placemark" -> visitor.placemark(placemark(path));
      case "Schema" -> schema();
      case "NetworkLink" -> visitor.link(link());
      default -> xml.skip();
    }
  }

  private String link() throws UnreadableFile {
    String target = "";
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "Link", "Url" -> {
          while (xml.nextChild()) {
            target = xml.name().equals("href") ? xml.text() : skipped(target);
          }
        }
        default -> xml.skip();
      }
    }
    return target;
  }

  private String skipped(String same) throws UnreadableFile {
    xml.skip();
    return same;
  }

  private void schema() throws UnreadableFile {
    while (xml.nextChild()) {
      if (xml.name().equals("SimpleField") && declared.size() < RecordLimit.FIELDS) {
        declared.put(xml.attribute("name"), kind(xml.attribute("type")));
      }
      xml.skip();
    }
  }

  private static FieldKind kind(String type) {
    return switch (type.replaceFirst("^xsd:", "")) {
      case "int", "uint", "short", "ushort", "long", "ulong", "integer" -> FieldKind.INTEGER;
      case "float", "double" -> FieldKind.NUMBER;
      case "bool", "boolean" -> FieldKind.BOOLEAN;
      default -> FieldKind.TEXT;
    };
  }

  private Placemark placemark(String folder) throws UnreadableFile {
    Placemark placemark = new Placemark();
    placemark.put(true, "folder", folder);
    while (xml.nextChild()) {
      String name = xml.name();
      switch (name) {
        case "name", "description" -> placemark.put(true, name, xml.text());
        case "TimeStamp", "TimeSpan" -> time(placemark);
        case "ExtendedData" -> data(placemark);
        default -> {
          if (Shapes.isShape(name)) {
            Shapes shapes = new Shapes(xml);
            placemark.take(shapes.read(), shapes);
          } else {
            xml.skip();
          }
        }
      }
    }
    return placemark;
  }

  private void time(Placemark placemark) throws UnreadableFile {
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "when" -> placemark.put(true, "timestamp", xml.text());
        case "begin" -> placemark.put(true, "begin", xml.text());
        case "end" -> placemark.put(true, "end", xml.text());
        default -> xml.skip();
      }
    }
  }

  private void data(Placemark placemark) throws UnreadableFile {
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "Data" -> {
          String name = xml.attribute("name");
          while (xml.nextChild()) {
            if (xml.name().equals("value")) {
              putData(placemark, name, xml.text());
            } else {
              xml.skip();
            }
          }
        }
        case "SchemaData" -> {
          while (xml.nextChild()) {
            if (xml.name().equals("SimpleData")) {
              String name = xml.attribute("name");
              putData(placemark, name, xml.text());
            } else {
              xml.skip();
            }
          }
        }
        default -> xml.skip();
      }
    }
  }

  private static void putData(Placemark placemark, String name, String value)
      throws UnreadableFile {
    placemark.put(false, name, value);
    if (placemark.values().size() > RecordLimit.FIELDS) {
      throw new UnreadableFile(
          Finding.of(0, Defect.FIELDS_TOO_MANY, placemark.values().size(), RecordLimit.FIELDS));
    }
  }
}
