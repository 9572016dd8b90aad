package org.citygis.export.geopackage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citygis.catalog.Catalog;
import org.citygis.format.Contents;
import org.citygis.format.FeatureWriter;
import org.citygis.format.FileRow;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes a GeoPackage: one table with spatial index. It is a file of a private folder until it is
 * finished, then sent.
 */
public final class GeoPackageWriter implements FeatureWriter {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Contents contents;
  private final Path file;
  private final OutputStream out;
  private final Connection connection;
  private final @Nullable IsoWkb wkb;
  private final Envelope extent = new Envelope();
  private final List<String> names;
  private final PreparedStatement insert;
  private final @Nullable PreparedStatement index;

  public GeoPackageWriter(Contents contents, Catalog catalog, Path folder, OutputStream out)
      throws IOException {
    this.contents = contents;
    this.file = folder.resolve("layer.gpkg");
    this.out = out;
    this.names = ColumnNames.of(contents.columns());
    SpatialReference reference = SpatialReference.of(contents.target());
    GeometryColumn geometry = contents.geometry();
    this.wkb =
        geometry == null ? null : new IsoWkb(reference.id(), geometry.hasZ(), geometry.hasM());
    Connection opened = null;
    try {
      opened = DriverManager.getConnection("jdbc:sqlite:" + file);
      GeoPackageTables tables = new GeoPackageTables(opened, contents, names, reference);
      tables.create(catalog);
      this.connection = opened;
      this.insert = opened.prepareStatement(insertSql());
      this.index =
          geometry == null
              ? null
              : opened.prepareStatement(
                  "INSERT INTO " + tables.index() + " VALUES (?, ?, ?, ?, ?)");
    } catch (SQLException e) {
      closeQuietly(opened);
      throw new IOException("cannot make the GeoPackage", e);
    }
  }

  private String insertSql() {
    List<String> columns = new ArrayList<>(List.of("\"fid\""));
    if (wkb != null) {
      columns.add("\"geom\"");
    }
    names.forEach(name -> columns.add(GeoPackageSchema.quote(name)));
    String values =
        IntStream.range(0, columns.size()).mapToObj(i -> "?").collect(Collectors.joining(", "));
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(GeoPackageSchema.quote(contents.id()), String.join(", ", columns), values);
  }

  @Override
  public void add(FileRow row) throws SQLException, IOException {
    // What the layer's database throws is told apart from what the file's does.
    long fid = row.fid();
    Geometry shape = row.shape();
    @Nullable Object[] values = new Object[names.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.value(i);
    }
    try {
      int at = 1;
      insert.setLong(at++, fid);
      if (wkb != null) {
        insert.setBytes(at++, shape == null ? null : wkb.bytes(shape));
      }
      for (Object value : values) {
        bind(at++, value);
      }
      insert.executeUpdate();
      if (shape != null && index != null) {
        index(index, fid, shape.getEnvelopeInternal());
      }
    } catch (SQLException e) {
      throw new IOException("cannot write the GeoPackage", e);
    }
  }

  private void bind(int at, @Nullable Object value) throws SQLException {
    switch (value) {
      case Boolean bool -> insert.setInt(at, bool ? 1 : 0);
      case Instant moment -> insert.setString(at, MOMENT.format(moment));
      case LocalDate day -> insert.setString(at, day.toString());
      case null -> insert.setObject(at, null);
      default -> insert.setObject(at, value);
    }
  }

  private void index(PreparedStatement into, long fid, Envelope box) throws SQLException {
    extent.expandToInclude(box);
    into.setLong(1, fid);
    into.setDouble(2, box.getMinX());
    into.setDouble(3, box.getMaxX());
    into.setDouble(4, box.getMinY());
    into.setDouble(5, box.getMaxY());
    into.executeUpdate();
  }

  @Override
  public List<Text> finish() throws IOException {
    try {
      if (!extent.isNull()) {
        setExtent();
      }
      if (wkb != null) {
        String index = "rtree_" + contents.id() + "_geom";
        try (Statement statement = connection.createStatement()) {
          for (String sql :
              GeoPackageSchema.indexTriggers(
                  GeoPackageSchema.quote(contents.id()),
                  GeoPackageSchema.quote(index),
                  index + "_")) {
            statement.execute(sql);
          }
        }
      }
      connection.commit();
      connection.close();
    } catch (SQLException e) {
      throw new IOException("cannot finish the GeoPackage", e);
    }
    Files.copy(file, out);
    return List.of();
  }

  private void setExtent() throws SQLException {
    String sql = "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setDouble(1, extent.getMinX());
      statement.setDouble(2, extent.getMinY());
      statement.setDouble(3, extent.getMaxX());
      statement.setDouble(4, extent.getMaxY());
      statement.executeUpdate();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException("cannot close the GeoPackage", e);
    }
  }

  private static void closeQuietly(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // The failure that led here is the one to tell.
    }
  }
}
