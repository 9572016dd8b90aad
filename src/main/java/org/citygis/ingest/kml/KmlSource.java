package org.citygis.ingest.kml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citygis.ingest.encoding.CodePages;
import org.citygis.ingest.encoding.EncodingChoice;
import org.citygis.ingest.encoding.TextFile;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FeatureReader;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.FieldKind;
import org.citygis.ingest.source.FieldNames;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.RecordLimit;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.SourceFeature;
import org.citygis.ingest.source.SourceField;
import org.citygis.ingest.source.TextEncoding;
import org.citygis.ingest.source.TextKind;
import org.citygis.ingest.source.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A KML file; all its Placemarks are one layer. */
public final class KmlSource implements FeatureSource {
  private static final int DECLARATION = 256;
  private static final Pattern ENCODING =
      Pattern.compile("(?s)\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)[\"'].*");

  private final String name;
  private final TextFile file;
  private final Findings findings;
  private final List<SourceField> fields = new ArrayList<>();
  private final Map<Placemark.Key, Integer> positions = new LinkedHashMap<>();
  private Shape shape = Shape.NONE;
  private long rows;

  private KmlSource(String name, TextFile file, Findings findings) {
    this.name = name;
    this.file = file;
    this.findings = findings;
  }

  /**
   * Opens a file and learns its fields by reading it once.
   *
   * @param encoding what the user chose; null for what the XML says of itself
   */
  public static KmlSource open(FileSet files, @Nullable Charset encoding, int findingsCap)
      throws UnreadableFile {
    Path file = files.find("kml").orElseThrow();
    Findings findings = new Findings(findingsCap);
    try {
      TextFile text = TextFile.of(files, file, declared(file), encoding, findings);
      KmlSource source = new KmlSource(files.name(), text, findings);
      source.learn();
      return source;
    } catch (IOException e) {
      throw UnreadableFile.broken(files.name(), e);
    }
  }

  /** The encoding that the first line of an XML text names; it is not always the true one. */
  private static List<EncodingChoice.Mark> declared(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(DECLARATION), StandardCharsets.ISO_8859_1);
      Matcher named = ENCODING.matcher(head);
      return named.lookingAt()
          ? List.of(
              new EncodingChoice.Mark(
                  "XML",
                  named.group(1),
                  CodePages.findByName(named.group(1)).orElse(null),
                  0.98,
                  TextEncoding.Origin.FORMAT))
          : List.of();
    }
  }

  private void learn() throws UnreadableFile {
    Map<Placemark.Key, TextKind> kinds = new LinkedHashMap<>();
    KmlParser parsed =
        walk(
            new KmlParser.Visitor<RuntimeException>() {
              @Override
              public void placemark(Placemark placemark) throws UnreadableFile {
                rows++;
                Geometry geometry = placemark.geometry();
                if (geometry != null) {
                  Shape own = Shape.of(geometry);
                  shape = shape == Shape.NONE ? own : shape.and(own);
                }
                placemark
                    .values()
                    .forEach(
                        (key, text) -> kinds.computeIfAbsent(key, k -> new TextKind()).see(text));
                if (kinds.size() > RecordLimit.FIELDS) {
                  throw new UnreadableFile(
                      Finding.of(0, Defect.FIELDS_TOO_MANY, kinds.size(), RecordLimit.FIELDS));
                }
              }

              @Override
              public void link(String target) {}
            });
    FieldNames names = new FieldNames(findings);
    KmlParser.OWN.forEach(
        own -> {
          TextKind kind = kinds.get(new Placemark.Key(true, own));
          if (kind != null) {
            add(new Placemark.Key(true, own), ownKind(own, kind.kind()), names);
          }
        });
    kinds.forEach(
        (key, kind) -> {
          if (!key.own()) {
            add(key, kind(parsed.declared(key.name(), kind.kind()), kind.kind()), names);
          }
        });
  }

  private void add(Placemark.Key key, FieldKind kind, FieldNames names) {
    positions.put(key, fields.size());
    fields.add(new SourceField(names.claim(key.name().strip()), key.name(), kind, 0));
  }

  /** Names are text even where all of them are numbers; years alone are no times. */
  private static FieldKind ownKind(String own, FieldKind found) {
    boolean time = own.equals("timestamp") || own.equals("begin") || own.equals("end");
    return time && (found == FieldKind.DATE || found == FieldKind.DATETIME)
        ? found
        : FieldKind.TEXT;
  }

  /** What a Schema says, as far as the values bear it out. */
  private static FieldKind kind(FieldKind declared, FieldKind found) {
    if (declared == FieldKind.TEXT) {
      return declared;
    }
    return declared == FieldKind.NUMBER && found == FieldKind.INTEGER ? declared : found;
  }

  private <E extends Exception> KmlParser walk(KmlParser.Visitor<E> visitor)
      throws UnreadableFile, E {
    try (Xml xml = new Xml(file.open())) {
      KmlParser parser = new KmlParser(xml);
      parser.run(visitor);
      return parser;
    } catch (IOException e) {
      throw UnreadableFile.broken(name, e);
    }
  }

  @Override
  public <E extends Exception> void read(FeatureReader<E> reader) throws UnreadableFile, E {
    findings.beginReading();
    walk(
        new KmlParser.Visitor<E>() {
          private long row;

          @Override
          public void placemark(Placemark placemark) throws E {
            row++;
            if (placemark.bad() != null) {
              findings.add(row, Defect.GEOMETRY_UNREADABLE, placemark.bad());
            }
            if (placemark.closed()) {
              findings.add(row, Defect.RING_NOT_CLOSED);
            }
            @Nullable Object[] values = new Object[fields.size()];
            placemark
                .values()
                .forEach(
                    (key, text) -> {
                      int at = positions.getOrDefault(key, -1);
                      if (at >= 0) {
                        if (text.indexOf('\uFFFD') >= 0) {
                          findings.add(
                              row,
                              Defect.TEXT_UNDECODABLE,
                              fields.get(at).name(),
                              file.encoding().charset());
                        }
                        values[at] = TextKind.read(fields.get(at).kind(), text);
                      }
                    });
            // A geometry of which a part was bad would be a wrong one.
            Geometry geometry = placemark.bad() == null ? placemark.geometry() : null;
            reader.take(new SourceFeature(row, geometry, values));
          }

          @Override
          public void link(String target) {
            findings.add(0, Defect.KML_LINK_IGNORED, target);
          }
        });
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String format() {
    return "KML";
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public List<SourceField> fields() {
    return List.copyOf(fields);
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public Optional<TextEncoding> encoding() {
    return Optional.of(file.encoding());
  }

  /** The standard knows no other system. */
  @Override
  public ReferenceClue reference() {
    return new ReferenceClue.Code("OGC:CRS84");
  }

  @Override
  public Findings findings() {
    return findings;
  }

  /** Nothing is held open between two readings. */
  @Override
  public void close() {}
}
