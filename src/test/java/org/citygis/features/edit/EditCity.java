package org.citygis.features.edit;

import java.util.Arrays;
import java.util.List;
import org.citygis.catalog.Field;
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
import org.citygis.storage.GeometryColumn.Type;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.boot.test.context.TestComponent;

/** Layers to be edited, in EPSG:4547 around 500000 3384000, which is 114 E 30.5762958 N. */
@TestComponent
class EditCity {
  /** With tenths of millimetres, which no client gets to see. */
  static final String SURVEYED =
      "MULTIPOLYGON (((500000.1234 3384000.5678, 500100.4321 3384000.8765, 500100.2222 3384100.3333,"
          + " 500000.1234 3384000.5678)))";

  private final FeatureStore store;
  private final Layers layers;
  private int loads;

  EditCity(FeatureStore store, Layers layers) {
    this.store = store;
    this.layers = layers;
  }

  /** Gives every layer a fresh version. */
  void load() {
    loads++;
    load(
        "sites",
        Type.MULTIPOLYGON,
        SURVEYED,
        Arrays.asList("S1", "R", 1.5, 3L, null, null, true, "survey", "秘密"));
    load(
        "lines",
        Type.MULTILINESTRING,
        "MULTILINESTRING ((500000 3384000, 500100 3384000))",
        List.of("红线"));
    load("plots", Type.MULTIPOLYGON, SURVEYED, List.of("P1"));
    load("incidents", Type.POINT, "POINT (500050 3384050)", List.of("火警"));
    load("cameras", Type.POINT, "POINT (500050 3384050)", List.of("C1"));
  }

  boolean isLoadedFirst() {
    return loads == 1;
  }

  private void load(String id, Type type, String wkt, List<? extends @Nullable Object> row) {
    LayerDefinition definition =
        layers.all().stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow().definition();
    List<Column> columns =
        definition.fields().stream().map((Field f) -> new Column(f.name(), f.type())).toList();
    GeometryColumn geometry = new GeometryColumn(type, Crs.epsg(4547));
    FeatureTable table = new FeatureTable(id, layers.reserveVersion(id), geometry, columns);
    try (FeatureLoad load = store.load(table)) {
      load.add(1, shape(wkt), row);
      layers.publish(definition, load, VersionNotes.of(User.SYSTEM, id + ".test"));
    }
  }

  static Geometry shape(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
