package org.citygis.ingest.flatgeobuf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.citygis.ingest.geometry.BadGeometry;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FeatureReader;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.FileSet;
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
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;

/** A FlatGeobuf file; its index is passed over. */
public final class FlatGeobufSource implements FeatureSource {
  private final String name;
  private final Path file;
  private final Findings findings;
  private final Layout layout;

  private FlatGeobufSource(String name, Path file, Findings findings)
      throws IOException, UnreadableFile {
    this.name = name;
    this.file = file;
    this.findings = findings;
    try (SizedBuffers in = new SizedBuffers(file)) {
      this.layout = Layout.read(in, findings);
    }
  }

  public static FlatGeobufSource open(FileSet files, int findingsCap) throws UnreadableFile {
    try {
      return new FlatGeobufSource(
          files.name(), files.find("fgb").orElseThrow(), new Findings(findingsCap));
    } catch (IOException e) {
      throw UnreadableFile.broken(files.name(), e);
    }
  }

  @Override
  public <E extends Exception> void read(FeatureReader<E> reader) throws UnreadableFile, E {
    findings.beginReading();
    Properties properties = new Properties(layout, findings);
    try (SizedBuffers in = new SizedBuffers(file)) {
      Layout.read(in, new Findings(0));
      long row = 0;
      while (!in.isAtEnd()) {
        long start = in.position();
        ByteBuffer buffer = in.next(RecordLimit.BYTES);
        if (buffer == null) {
          findings.add(0, Defect.FGB_CUT_OFF, start, row);
          return;
        }
        row++;
        reader.take(feature(row, buffer, properties));
      }
      if (layout.features() > row) {
        findings.add(0, Defect.FGB_CUT_OFF, in.position(), row);
      }
    } catch (IOException e) {
      throw UnreadableFile.broken(name, e);
    }
  }

  private SourceFeature feature(long row, ByteBuffer buffer, Properties properties) {
    int bytes = buffer.remaining();
    try {
      Feature feature = Feature.getRootAsFeature(buffer);
      return new SourceFeature(
          row,
          geometry(row, feature, bytes),
          properties.read(row, feature.propertiesAsByteBuffer()));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      // Offsets that lead out of the buffer; the next feature is found by the size of this one.
      findings.add(row, Defect.FEATURE_DAMAGED);
      return new SourceFeature(row, null, new Object[layout.fields().size()]);
    }
  }

  private @Nullable Geometry geometry(long row, Feature feature, int bytes) {
    var written = feature.geometry();
    if (written == null) {
      return null;
    }
    try {
      return Shapes.build(written, layout.geometryType(), bytes);
    } catch (BadGeometry bad) {
      findings.add(row, Defect.GEOMETRY_UNREADABLE, bad.getMessage());
      return null;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String format() {
    return "FlatGeobuf";
  }

  @Override
  public Shape shape() {
    return switch (layout.geometryType()) {
      case GeometryType.Point -> Shape.POINT;
      case GeometryType.MultiPoint -> Shape.MULTIPOINT;
      case GeometryType.LineString, GeometryType.MultiLineString -> Shape.LINE;
      case GeometryType.Polygon, GeometryType.MultiPolygon -> Shape.POLYGON;
      default -> Shape.ANY;
    };
  }

  @Override
  public List<SourceField> fields() {
    return layout.fields();
  }

  @Override
  public long rows() {
    return layout.features();
  }

  @Override
  public Optional<TextEncoding> encoding() {
    return Optional.of(
        new TextEncoding(StandardCharsets.UTF_8, 1, TextEncoding.Origin.FORMAT, List.of()));
  }

  @Override
  public ReferenceClue reference() {
    return layout.reference();
  }

  @Override
  public Findings findings() {
    return findings;
  }

  /** Nothing is held open between two readings. */
  @Override
  public void close() {}
}
