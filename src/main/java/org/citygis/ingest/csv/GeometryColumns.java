package org.citygis.ingest.csv;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The columns that may hold a geometry, by their names.
 *
 * @param wkt -1 where there is none
 * @param x longitude or easting, -1 where there is none
 */
record GeometryColumns(int wkt, int x, int y) {
  static final GeometryColumns NONE = new GeometryColumns(-1, -1, -1);

  private static final Set<String> WKT =
      Set.of(
          "wkt",
          "ewkt",
          "wkb",
          "ewkb",
          "geom",
          "thegeom",
          "geometry",
          "geomwkt",
          "wktgeom",
          "geometrywkt",
          "wktgeometry",
          "shape",
          "shapewkt",
          "几何",
          "图形",
          "空间数据",
          "几何信息");

  /** Names of the first and the second coordinate, the surest first. */
  private record Pair(Set<String> x, Set<String> y) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair(
              Set.of("lon", "lng", "long", "longitude", "经度", "经度坐标", "东经"),
              Set.of("lat", "latitude", "纬度", "纬度坐标", "北纬")),
          new Pair(Set.of("easting", "east", "东坐标"), Set.of("northing", "north", "北坐标")),
          new Pair(
              Set.of(
                  "x", "xcoord", "coordx", "pointx", "xcoordinate", "centerx", "x坐标", "坐标x", "横坐标"),
              Set.of(
                  "y",
                  "ycoord",
                  "coordy",
                  "pointy",
                  "ycoordinate",
                  "centery",
                  "y坐标",
                  "坐标y",
                  "纵坐标")));

  static GeometryColumns find(List<String> header) {
    List<String> names = header.stream().map(GeometryColumns::plain).toList();
    int wkt = first(names, WKT);
    for (Pair pair : PAIRS) {
      int x = first(names, pair.x);
      int y = first(names, pair.y);
      if (x >= 0 && y >= 0) {
        return new GeometryColumns(wkt, x, y);
      }
    }
    return new GeometryColumns(wkt, -1, -1);
  }

  private static int first(List<String> names, Set<String> wanted) {
    for (int i = 0; i < names.size(); i++) {
      if (wanted.contains(names.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Without case, blanks, what stands in brackets, and the system that some append. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[(（\\[][^)）\\]]*[)）\\]]", "")
        .replaceAll("[\\s_\\-.°]", "")
        .replaceFirst("(?<=.)(wgs84|wgs1984|cgcs2000|gcj02|bd09|84|2000|deg|degree)$", "");
  }
}
