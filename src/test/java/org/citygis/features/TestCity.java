package org.citygis.features;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.citygis.catalog.Field;
import org.citygis.catalog.GeometryKind;
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
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.boot.test.context.TestComponent;

/**
 * A city small enough to reckon by hand: plots of 100 m by 100 m in EPSG:4547 whose south-west
 * corner is 500000 3384000, which is 114 E 30.5762958 N; ten columns from the west, ten rows from
 * the south.
 */
@TestComponent
public class TestCity {
  static final double X0 = 500_000;
  static final double Y0 = 3_384_000;

  private final FeatureStore store;
  private final Layers layers;

  TestCity(FeatureStore store, Layers layers) {
    this.store = store;
    this.layers = layers;
  }

  /** Loads every layer once. */
  public void load() {
    if (definition("cameras").version() != null) {
      return;
    }
    load("plots", GeometryColumn.Type.MULTIPOLYGON, Crs.epsg(4547), TestCity::plots);
    load("drafts", GeometryColumn.Type.MULTIPOLYGON, Crs.epsg(4547), TestCity::drafts);
    load("ways", GeometryColumn.Type.MULTILINESTRING, Crs.epsg(4490), TestCity::ways);
    load("stops", GeometryColumn.Type.POINT, Crs.epsg(4326), TestCity::stops);
    load("timetable", GeometryColumn.Type.POINT, Crs.epsg(4326), TestCity::timetable);
    load("reports", GeometryColumn.Type.POINT, Crs.epsg(4547), TestCity::reports);
    load("cameras", GeometryColumn.Type.POINT, Crs.epsg(4547), TestCity::cameras);
  }

  private interface Rows {
    void write(FeatureLoad load);
  }

  private void load(String id, GeometryColumn.Type type, Crs crs, Rows rows) {
    LayerDefinition definition = definition(id).definition();
    List<Column> columns =
        definition.fields().stream().map((Field f) -> new Column(f.name(), f.type())).toList();
    GeometryColumn geometry =
        definition.geometry() == GeometryKind.NONE ? null : new GeometryColumn(type, crs);
    FeatureTable table = new FeatureTable(id, layers.reserveVersion(id), geometry, columns);
    try (FeatureLoad load = store.load(table)) {
      rows.write(load);
      layers.publish(definition, load, VersionNotes.of(User.SYSTEM, id + ".test"));
    }
  }

  private Layer definition(String id) {
    return layers.all().stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
  }

  /** 100 squares: the lower five rows R, then three rows B, then two rows G. */
  private static void plots(FeatureLoad load) {
    for (int i = 0; i < 100; i++) {
      int row = i / 10;
      double x = X0 + 100 * (i % 10);
      double y = Y0 + 100 * row;
      String code = row < 5 ? "R" : row < 8 ? "B" : "G";
      load.add(
          i + 1,
          square(x, y, 100),
          Arrays.asList(
              code,
              "云川地块" + (i + 1),
              "Plot " + (i + 1),
              0.5 + i % 7,
              (long) (i % 30),
              i == 0 ? null : LocalDate.of(2000, 1, 1).plusDays(i),
              i % 2 == 0,
              "秘密" + i));
    }
  }

  private static void drafts(FeatureLoad load) {
    load.add(1, square(X0, Y0, 1000), Arrays.asList("G", "机密草案"));
  }

  private static void ways(FeatureLoad load) {
    load.add(
        1,
        shape("MULTILINESTRING ((114.0 30.5763, 114.01 30.5763))"),
        Arrays.asList("云川大道", "Yunchuan Avenue", "arterial"));
    load.add(
        2,
        shape("MULTILINESTRING ((114.005 30.57, 114.005 30.59))"),
        Arrays.asList("长江路", "Changjiang Road", "branch"));
  }

  private static void stops(FeatureLoad load) {
    load.add(1, shape("POINT (114.001 30.577)"), Arrays.asList("云川大道站", "Yunchuan Avenue", "bus"));
    load.add(2, shape("POINT (114.009 30.584)"), Arrays.asList("大云川", "Great Yunchuan", "bus"));
    load.add(3, shape("POINT (114.2 30.7)"), Arrays.asList("云川", "Yunchuan", "metro"));
    load.add(4, null, Arrays.asList("无位置站", "Nowhere <b>&", null));
  }

  private static void timetable(FeatureLoad load) {
    load.add(1, null, List.of("1"));
    load.add(2, null, List.of("2"));
  }

  private static void reports(FeatureLoad load) {
    load.add(
        1, shape("POINT (500050 3384050)"), report("机密火警", Instant.parse("2026-03-01T00:00:00Z")));
    load.add(
        2, shape("POINT (500150 3384050)"), report("机密盗窃", Instant.parse("2026-03-31T15:59:59Z")));
    load.add(
        3, shape("POINT (500250 3384050)"), report("机密积水", Instant.parse("2026-03-31T16:00:00Z")));
    load.add(4, shape("POINT (500350 3384050)"), report("机密无时", null));
  }

  private static List<@Nullable Object> report(String title, @Nullable Instant at) {
    return Arrays.asList(title, at);
  }

  private static void cameras(FeatureLoad load) {
    load.add(1, shape("POINT (500050 3384050)"), List.of("机密CAM-1"));
  }

  private static Geometry square(double x, double y, double side) {
    return shape(
        "MULTIPOLYGON (((%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %4$f, %1$f %2$f)))"
            .formatted(x, y, x + side, y + side));
  }

  private static Geometry shape(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
