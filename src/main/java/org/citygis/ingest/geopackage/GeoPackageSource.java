package org.citygis.ingest.geopackage;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citygis.ingest.geometry.BadGeometry;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FeatureReader;
import org.citygis.ingest.source.FeatureSource;
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

/** One table of a GeoPackage. */
public final class GeoPackageSource implements FeatureSource {
  private final String name;
  private final String table;
  private final Database database;
  private final TableDescription description;
  private final Findings findings;
  private final GeometryBlob blobs = new GeometryBlob();
  private final long rows;

  private GeoPackageSource(String name, String table, Database database, Findings findings)
      throws UnreadableFile {
    this.name = name;
    this.table = table;
    this.database = database;
    this.findings = findings;
    this.description = TableDescription.of(database, table, findings);
    this.rows = count();
  }

  /**
   * Opens a table; the first one where the set names none.
   *
   * @throws UnreadableFile where the file is no GeoPackage or is broken
   */
  public static GeoPackageSource open(FileSet files, int findingsCap) throws UnreadableFile {
    Findings findings = new Findings(findingsCap);
    var file = files.find("gpkg").orElseThrow();
    String table = files.table();
    if (table == null) {
      table = String.valueOf(GeoPackage.layers(files.name(), file, findings).getFirst().table());
    }
    Database database = Database.open(file);
    try {
      return new GeoPackageSource(files.name(), table, database, findings);
    } catch (UnreadableFile e) {
      database.close();
      throw e;
    }
  }

  private long count() throws UnreadableFile {
    long[] count = {0};
    try {
      database.query(
          "SELECT count(*) FROM " + Database.quote(table), row -> count[0] = row.getLong(1));
    } catch (UnreadableFile e) {
      // Only good for progress; what a slow disk cannot count in time can still be read.
      if (e.finding().defect() != Defect.GPKG_STALLED) {
        throw e;
      }
    }
    return count[0];
  }

  @Override
  public <E extends Exception> void read(FeatureReader<E> reader) throws UnreadableFile, E {
    findings.beginReading();
    String geometry = description.geometry();
    String selected =
        Stream.concat(
                Stream.of(geometry == null ? "NULL" : sized(geometry)),
                description.columns().stream().map(Column::expression))
            .collect(Collectors.joining(", "));
    long[] number = {0};
    database.query(
        "SELECT " + selected + " FROM " + Database.quote(table),
        row -> {
          number[0]++;
          reader.take(feature(number[0], row));
        });
  }

  /** The blob, or its size where that is over the limit. */
  private static String sized(String column) {
    String name = Database.quote(column);
    return "CASE WHEN octet_length(%s) > %d THEN octet_length(%s) ELSE %s END"
        .formatted(name, RecordLimit.BYTES / 2, name, name);
  }

  private SourceFeature feature(long number, ResultSet row) throws SQLException {
    List<Column> columns = description.columns();
    @Nullable Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).value(number, row.getObject(i + 2), findings);
    }
    return new SourceFeature(number, geometry(number, row.getObject(1)), values);
  }

  private @Nullable Geometry geometry(long number, @Nullable Object raw) {
    if (raw == null) {
      return null;
    }
    try {
      if (raw instanceof byte[] blob) {
        return blobs.read(blob);
      }
      throw new BadGeometry(raw instanceof Number bytes ? bytes + " B" : "no blob");
    } catch (BadGeometry bad) {
      findings.add(Finding.of(number, Defect.GEOMETRY_UNREADABLE, bad.getMessage()));
      return null;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String format() {
    return "GeoPackage";
  }

  @Override
  public Shape shape() {
    return description.shape();
  }

  @Override
  public List<SourceField> fields() {
    return description.columns().stream().map(Column::field).toList();
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public Optional<TextEncoding> encoding() {
    return Optional.of(
        new TextEncoding(StandardCharsets.UTF_8, 1, TextEncoding.Origin.FORMAT, List.of()));
  }

  @Override
  public ReferenceClue reference() {
    return description.reference();
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public void close() {
    database.close();
  }
}
