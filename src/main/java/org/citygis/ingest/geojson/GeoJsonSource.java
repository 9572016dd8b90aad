package org.citygis.ingest.geojson;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.citygis.ingest.source.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** A GeoJSON file: a collection, a single feature or geometry, or one feature per line. */
public final class GeoJsonSource implements FeatureSource {
  private static final EncodingChoice.Mark STANDARD =
      new EncodingChoice.Mark(
          "RFC 7946", "UTF-8", StandardCharsets.UTF_8, 1, TextEncoding.Origin.FORMAT);
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(RecordLimit.CHARACTERS).build())
          .build();

  private final String name;
  private final Path file;
  private final TextFile text;
  private final Findings findings;
  private final List<SourceField> fields = new ArrayList<>();
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private long rows;
  private Shape shape = Shape.NONE;
  private ReferenceClue reference = new ReferenceClue.Code("OGC:CRS84");

  private GeoJsonSource(String name, Path file, TextFile text, Findings findings) {
    this.name = name;
    this.file = file;
    this.text = text;
    this.findings = findings;
  }

  /**
   * Opens a file and learns its fields by reading it once.
   *
   * @param encoding what the user chose; null for UTF-8, the only one that the standard allows, or
   *     what the bytes look like where they are no UTF-8
   */
  public static GeoJsonSource open(
      String name, Path file, @Nullable Charset encoding, int findingsCap) throws UnreadableFile {
    Findings findings = new Findings(findingsCap);
    FileSet alone = new FileSet(name, Map.of());
    try {
      TextFile text = TextFile.of(alone, file, List.of(STANDARD), encoding, findings);
      GeoJsonSource source = new GeoJsonSource(name, file, text, findings);
      source.learn();
      return source;
    } catch (IOException e) {
      throw UnreadableFile.broken(name, e);
    }
  }

  private void learn() throws UnreadableFile {
    Map<String, FieldKind> kinds = new LinkedHashMap<>();
    walk(
        new GeoJsonParser.Visitor<RuntimeException>() {
          @Override
          public void feature(
              @Nullable Geometry geometry, @Nullable String bad, Map<String, Object> properties)
              throws UnreadableFile {
            rows++;
            if (geometry != null) {
              Shape own = Shape.of(geometry);
              shape = shape == Shape.NONE ? own : shape.and(own);
            }
            properties.forEach((key, value) -> kinds.merge(key, kind(value), GeoJsonSource::both));
            if (kinds.size() > RecordLimit.FIELDS) {
              throw new UnreadableFile(
                  Finding.of(0, Defect.JSON_TOO_MANY_FIELDS, RecordLimit.FIELDS));
            }
          }

          @Override
          public void other() {
            rows++;
          }

          @Override
          public void crs(String code) {
            reference = new ReferenceClue.Code(code);
          }
        });
    FieldNames names = new FieldNames(findings);
    kinds.forEach(
        (key, kind) -> {
          positions.put(key, fields.size());
          fields.add(new SourceField(names.claim(key.strip()), key, kind, 0));
        });
  }

  private static FieldKind kind(Object value) {
    return switch (value) {
      case Long whole -> FieldKind.INTEGER;
      case BigDecimal large -> FieldKind.LARGE_INTEGER;
      case Double number -> FieldKind.NUMBER;
      case Boolean truth -> FieldKind.BOOLEAN;
      default -> FieldKind.TEXT;
    };
  }

  /** The kind that holds the values of both. */
  private static FieldKind both(FieldKind a, FieldKind b) {
    if (a == b) {
      return a;
    }
    if (!isNumber(a) || !isNumber(b)) {
      return FieldKind.TEXT;
    }
    return a == FieldKind.NUMBER || b == FieldKind.NUMBER
        ? FieldKind.NUMBER
        : FieldKind.LARGE_INTEGER;
  }

  private static boolean isNumber(FieldKind kind) {
    return kind == FieldKind.INTEGER || kind == FieldKind.LARGE_INTEGER || kind == FieldKind.NUMBER;
  }

  private static Object as(FieldKind kind, Object value) {
    return switch (kind) {
      case NUMBER -> ((Number) value).doubleValue();
      case LARGE_INTEGER -> value instanceof Long whole ? BigDecimal.valueOf(whole) : value;
      case TEXT -> value.toString();
      default -> value;
    };
  }

  private <E extends Exception> void walk(GeoJsonParser.Visitor<E> visitor)
      throws UnreadableFile, E {
    try (JsonParser parser = parser()) {
      new GeoJsonParser(parser).run(visitor);
    } catch (IOException e) {
      throw UnreadableFile.broken(name, e);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation() == null ? TokenStreamLocation.NA : e.getLocation();
      throw new UnreadableFile(
          Finding.of(
              0, Defect.JSON_BROKEN, at.getLineNr(), at.getColumnNr(), e.getOriginalMessage()),
          e);
    }
  }

  /** The parser finds UTF-8, 16 and 32 out by itself, and decodes them faster than a reader. */
  private JsonParser parser() throws IOException {
    TextEncoding.Origin origin = text.encoding().origin();
    return text.encoding().charset().equals(StandardCharsets.UTF_8)
            || origin == TextEncoding.Origin.FORMAT
        ? JSON.createParser(ObjectReadContext.empty(), new JsonTexts(Files.newInputStream(file)))
        : JSON.createParser(ObjectReadContext.empty(), text.open());
  }

  @Override
  public <E extends Exception> void read(FeatureReader<E> reader) throws UnreadableFile, E {
    findings.beginReading();
    walk(
        new GeoJsonParser.Visitor<E>() {
          private long row;

          @Override
          public void feature(
              @Nullable Geometry geometry, @Nullable String bad, Map<String, Object> properties)
              throws E {
            row++;
            if (bad != null) {
              findings.add(row, Defect.JSON_GEOMETRY_BAD, bad);
            }
            @Nullable Object[] values = new Object[fields.size()];
            properties.forEach(
                (key, value) -> {
                  int at = positions.getOrDefault(key, -1);
                  if (at >= 0) {
                    values[at] = as(fields.get(at).kind(), value);
                  }
                });
            reader.take(new SourceFeature(row, geometry, values));
          }

          @Override
          public void other() {
            row++;
            findings.add(row, Defect.JSON_FEATURE_BAD);
          }

          @Override
          public void crs(String code) {}
        });
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String format() {
    return "GeoJSON";
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
    return Optional.of(text.encoding());
  }

  @Override
  public ReferenceClue reference() {
    return reference;
  }

  @Override
  public Findings findings() {
    return findings;
  }

  /** Nothing is held open between two readings. */
  @Override
  public void close() {}
}
