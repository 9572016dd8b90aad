package org.citygis.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random places where a layer has features: dense quarters are asked more often, as people do. */
final class Places {
  /** Longitude and latitude. */
  record Place(double lon, double lat) {}

  private Places() {}

  static List<Place> of(Connection connection, String layer, int count, long seed)
      throws SQLException {
    String sql =
        """
        SELECT ST_X(c), ST_Y(c) FROM (
          SELECT ST_Transform(ST_Centroid(geom), 4326) AS c FROM layers."%1$s"
          WHERE fid >= ? AND geom IS NOT NULL ORDER BY fid LIMIT 1) f"""
            .formatted(layer);
    long rows = rows(connection, layer);
    Random random = new Random(seed);
    List<Place> places = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      while (places.size() < count) {
        statement.setLong(1, 1 + (long) (random.nextDouble() * rows));
        try (ResultSet result = statement.executeQuery()) {
          if (result.next()) {
            places.add(new Place(result.getDouble(1), result.getDouble(2)));
          }
        }
      }
    }
    return places;
  }

  private static long rows(Connection connection, String layer) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT max(fid) FROM layers.\"" + layer + '"');
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }
}
