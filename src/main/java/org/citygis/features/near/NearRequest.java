package org.citygis.features.near;

import java.util.HashSet;
import java.util.Set;
import org.citygis.catalog.Conditions;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.geo.Crs;
import org.citygis.geo.LonLat;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/**
 * Which features are asked for, and from where.
 *
 * @param from in longitude and latitude, null where only what lies inside a feature is asked for
 * @param metres infinite where no distance is given
 * @param count most features of the answer, -1 for all
 * @param inside {@code <layer>:<fid>}, null for everywhere
 * @param relation within or intersects
 */
record NearRequest(
    Conditions conditions,
    @Nullable Geometry from,
    double metres,
    int count,
    Arrangement order,
    @Nullable String inside,
    String relation) {
  static final Set<String> OWN =
      Set.of("layer", "lon", "lat", "k", "distance", "order", "inside", "relation", "f", "lang");
  static final int MAX_COUNT = 1_000;
  private static final int DEFAULT_COUNT = 10;
  private static final double MAX_METRES = 500_000;

  /** Every parameter that a search of this layer understands. */
  static Set<String> names(OpenLayer layer) {
    Set<String> names = new HashSet<>(OWN);
    names.addAll(Conditions.NAMES);
    VisibleFields.of(layer).stream().map(Field::name).forEach(names::add);
    return names;
  }

  /**
   * @param shape given in a body, null where {@code lon} and {@code lat} say where
   */
  static NearRequest parse(Query query, OpenLayer layer, @Nullable Geometry shape) {
    LonLat place = query.findPlace();
    if (place != null && shape != null) {
      throw Problem.Invalid.parameter(
          "lon",
          String.valueOf(place.lon()),
          Text.of("lon、lat 与 geometry 只给其一", "either lon and lat or geometry"));
    }
    Geometry from = place == null ? shape : Reference.at(place);
    String inside = query.find("inside");
    if (from == null && inside == null) {
      throw Problem.Invalid.parameter(
          "lon", "", Text.of("位置 lon、lat，或 inside=图层:编号", "a place lon, lat, or inside=layer:fid"));
    }
    String distance = query.find("distance");
    double metres =
        distance == null
            ? Double.POSITIVE_INFINITY
            : Parameters.metres("distance", distance, MAX_METRES);
    if (from == null ? distance != null : distance == null && !(from instanceof Point)) {
      throw Problem.Invalid.parameter(
          "distance",
          distance == null ? "" : distance,
          from == null
              ? Text.of("与位置一起给出的距离", "a distance together with a place")
              : Text.of("线或面周围的米数", "metres around the line or polygon"));
    }
    Arrangement order = order(query.find("order"), from);
    String relation = query.find("relation");
    String system = query.find("bbox-crs");
    return new NearRequest(
        Conditions.parse(
            query, layer, system == null ? Crs.CRS84 : Crs.parse("bbox-crs", system), OWN),
        from,
        metres,
        count(query.find("k"), order, distance != null),
        order,
        inside,
        relation == null ? "intersects" : relation);
  }

  private static Arrangement order(@Nullable String text, @Nullable Geometry from) {
    if (text == null) {
      return from == null
          ? Arrangement.NONE
          : from instanceof LineString ? Arrangement.ALONG : Arrangement.DISTANCE;
    }
    Arrangement order = Arrangement.parse(text);
    boolean possible =
        switch (order) {
          case ALONG -> from instanceof LineString;
          case DISTANCE -> from != null;
          case NONE -> true;
        };
    if (!possible) {
      throw Problem.Invalid.parameter(
          "order",
          text,
          Text.of(
              "有位置时 distance，有线时 along，或 none", "distance from a place, along a line, or none"));
    }
    return order;
  }

  private static int count(@Nullable String text, Arrangement order, boolean bounded) {
    if (text == null) {
      return order == Arrangement.NONE ? -1 : bounded ? MAX_COUNT : DEFAULT_COUNT;
    }
    long count = Parameters.integer("k", text);
    if (count < 1 || count > MAX_COUNT) {
      throw Problem.Invalid.parameter(
          "k",
          text,
          Text.of("1 至 %d 的整数".formatted(MAX_COUNT), "an integer from 1 to " + MAX_COUNT));
    }
    return (int) count;
  }
}
