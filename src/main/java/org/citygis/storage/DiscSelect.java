package org.citygis.storage;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.citygis.geo.Box;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The one statement that counts the rows in a disc and gives the nearest of them, in the order of
 * their distance in the plane. The count looks at shapes only; the list comes from the index in its
 * order and ends where the disc does.
 */
final class DiscSelect {
  private static final String SQL =
      """
      SELECT r.*, c."#inside", CASE WHEN COALESCE(r."#place", 1) = 1 THEN c."#rim" END
      FROM (
        SELECT COUNT(*) FILTER (WHERE d <= ?) AS "#inside", COUNT(*) AS "#held",
          ARRAY_AGG(%s) FILTER (WHERE d > ?) AS "#rim"
        FROM (SELECT "geom", %s AS d FROM %s%s OFFSET 0) met
        WHERE d <= ?) c
      LEFT JOIN LATERAL (
        SELECT nearest.*, ROW_NUMBER() OVER () AS "#place" FROM (%s) nearest LIMIT c."#held") r ON TRUE
      """;

  private final FeatureTable table;
  private final FeatureQuery query;
  private final Disc disc;
  private final Select counted;
  private final Select listed;
  private final Ewkb ewkb;
  private final byte[] centre;
  private final String sql;

  private DiscSelect(
      FeatureTable table,
      GeometryColumn column,
      FeatureQuery query,
      Box square,
      Disc disc,
      Dialect dialect,
      String distance) {
    this.table = table;
    this.query = query;
    this.disc = disc;
    this.ewkb = new Ewkb(column);
    this.centre =
        new Ewkb(new GeometryColumn(column.type(), column.crs()))
            .forParameter(new GeometryFactory().createPoint(disc.centre()));
    this.counted = new Select(table, query.box(square), dialect);
    Select plain = new Select(table, query, dialect);
    // Without a condition the index gives just the rows of the disc; with one, it must not be
    // searched beyond the disc for rows that meet it.
    this.listed =
        plain.condition().isEmpty() ? plain : new Select(table, query.box(square), dialect);
    this.sql =
        SQL.formatted(
            dialect.asEwkb("\"geom\""),
            distance,
            table.sqlName(),
            counted.condition().sql(),
            listed.nearestRows(distance, centre));
  }

  /**
   * @param query with shapes and a limit
   * @return null where the database has no index by distance, or a condition is looked at row by
   *     row
   */
  static @Nullable DiscSelect find(
      FeatureTable table, FeatureQuery query, Disc disc, Dialect dialect) {
    GeometryColumn column = table.geometry();
    String distance = dialect.indexedDistance("\"geom\"");
    if (column == null
        || distance == null
        || new Select(table, query, dialect).sieve().isNeeded()) {
      return null;
    }
    Coordinate at = disc.centre();
    Box square =
        new Box(at.x - disc.outer(), at.y - disc.outer(), at.x + disc.outer(), at.y + disc.outer());
    Envelope both =
        query.box() == null
            ? square.envelope()
            : square.envelope().intersection(query.box().envelope());
    return both.isNull()
        ? new DiscSelect(
            table, column, query.filter(Filter.EXCLUDE), square, disc, dialect, distance)
        : new DiscSelect(table, column, query, Box.of(both), disc, dialect, distance);
  }

  DiscCount read(Connection connection, int seconds, FeatureRow.Reader reader) throws SQLException {
    List<ColumnType> types =
        query.fields().stream().map(f -> table.findColumn(f).orElseThrow().type()).toList();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(seconds);
      statement.setFetchSize(JdbcFeatureStore.FIRST_FETCH);
      bind(statement);
      try (ResultSet result = statement.executeQuery()) {
        CursorRow row = new CursorRow(result, types, ewkb);
        int inside = types.size() + 4;
        result.next();
        DiscCount count = new DiscCount(result.getLong(inside), rim(result.getArray(inside + 1)));
        // Where the list is empty the count stands in a row of its own.
        result.getLong(1);
        if (!result.wasNull()) {
          do {
            reader.accept(row);
          } while (result.next());
        }
        return count;
      }
    }
  }

  private void bind(PreparedStatement statement) throws SQLException {
    int index = 1;
    statement.setDouble(index++, disc.inner());
    statement.setDouble(index++, disc.inner());
    statement.setBytes(index++, centre);
    index = counted.condition().bindAll(statement, index);
    statement.setDouble(index++, disc.outer());
    listed.condition().bindAll(statement, index);
  }

  private List<Geometry> rim(@Nullable Array shapes) throws SQLException {
    List<Geometry> rim = new ArrayList<>();
    if (shapes != null) {
      for (byte[] shape : (byte[][]) shapes.getArray()) {
        rim.add(ewkb.read(shape));
      }
      shapes.free();
    }
    return rim;
  }
}
