package org.citygis.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.citygis.catalog.Field;
import org.citygis.catalog.Layer;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.Layers;
import org.citygis.catalog.VersionNotes;
import org.citygis.geo.Crs;
import org.citygis.security.User;
import org.citygis.storage.Column;
import org.citygis.storage.FeatureLoad;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.boot.test.context.TestComponent;

/** A few features of every sort that an export must get right. */
@TestComponent
class ExportCity {
  /** 300 characters: 900 bytes of UTF-8, 600 of GBK. */
  static final String LONG = "长".repeat(300);

  /** A character that GBK lacks. */
  static final String RARE = "𠮷祥里";

  private final FeatureStore store;
  private final Layers layers;

  ExportCity(FeatureStore store, Layers layers) {
    this.store = store;
    this.layers = layers;
  }

  void load() {
    if (definition("cameras").version() != null) {
      return;
    }
    load(
        "parcels",
        new GeometryColumn(GeometryColumn.Type.MULTIPOLYGON, Crs.epsg(4547)),
        ExportCity::parcels);
    load(
        "benchmarks",
        new GeometryColumn(GeometryColumn.Type.POINT, true, false, Crs.epsg(4490)),
        ExportCity::benchmarks);
    load(
        "sketch",
        new GeometryColumn(GeometryColumn.Type.GEOMETRY, Crs.epsg(4326)),
        ExportCity::sketch);
    load(
        "cameras",
        new GeometryColumn(GeometryColumn.Type.POINT, Crs.epsg(4547)),
        load -> load.add(1, shape("POINT (500050 3384050)"), List.of("机密CAM-1")));
  }

  private interface Rows {
    void write(FeatureLoad load);
  }

  private void load(String id, GeometryColumn geometry, Rows rows) {
    LayerDefinition definition = definition(id).definition();
    List<Column> columns =
        definition.fields().stream().map((Field f) -> new Column(f.name(), f.type())).toList();
    FeatureTable table = new FeatureTable(id, layers.reserveVersion(id), geometry, columns);
    try (FeatureLoad load = store.load(table)) {
      rows.write(load);
      layers.publish(definition, load, VersionNotes.of(User.SYSTEM, id + ".test"));
    }
  }

  private Layer definition(String id) {
    return layers.all().stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
  }

  /** The first has a hole, and both its rings run the way a shapefile does not want. */
  private static void parcels(FeatureLoad load) {
    load.add(
        1,
        shape(
            "MULTIPOLYGON (((500000 3384000, 500100 3384000, 500100 3384100, 500000 3384100, 500000 3384000),"
                + " (500010 3384010, 500010 3384020, 500020 3384020, 500020 3384010, 500010 3384010)))"),
        Arrays.asList(
            "R",
            "云川一号",
            9_900.125,
            12L,
            LocalDate.of(1999, 12, 31),
            Instant.parse("2026-03-01T00:00:00Z"),
            true,
            "秘密甲"));
    load.add(
        2,
        shape(
            "MULTIPOLYGON (((500200 3384000, 500300 3384000, 500300 3384100, 500200 3384100, 500200 3384000)))"),
        Arrays.asList("B", "=HYPERLINK(\"x\")", -1.5e-7, -3L, null, null, false, "秘密乙"));
    load.add(3, null, Arrays.asList("R", RARE, null, null, null, null, null, "秘密丙"));
    load.add(
        4,
        shape(
            "MULTIPOLYGON (((500400 3384000, 500500 3384000, 500500 3384100, 500400 3384100, 500400 3384000)),"
                + " ((500600 3384000, 500700 3384000, 500700 3384100, 500600 3384000)))"),
        Arrays.asList(
            "X",
            LONG,
            123_456_789.5,
            9_007_199_254_740_993L,
            LocalDate.of(2026, 2, 3),
            Instant.parse("2026-03-31T16:00:00Z"),
            null,
            "秘密丁"));
  }

  private static void benchmarks(FeatureLoad load) {
    load.add(1, heightened(116.404, 39.915, 23.456), Arrays.asList("甲点", 1.25, 2.5));
    load.add(2, heightened(114.4, 30.7, -1.5), Arrays.asList("乙点", null, 1e100));
  }

  private static void sketch(FeatureLoad load) {
    load.add(1, shape("POINT (114 30)"), List.of("点"));
    load.add(2, shape("LINESTRING (114 30, 114.1 30.1)"), List.of("线"));
    load.add(3, shape("POLYGON ((114 30, 114.1 30, 114.1 30.1, 114 30))"), List.of("面"));
    load.add(
        4,
        shape("GEOMETRYCOLLECTION (POINT (114.2 30.2), LINESTRING (114 30, 114.2 30.2))"),
        List.of("集合"));
    load.add(5, null, List.of("无"));
  }

  private static Geometry heightened(double lon, double lat, double height) {
    return shape("POINT Z (%s %s %s)".formatted(lon, lat, height));
  }

  private static Geometry shape(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
