package org.citygis.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.Layer;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.Layers;
import org.citygis.catalog.VersionNotes;
import org.citygis.geo.Crs;
import org.citygis.geo.LonLat;
import org.citygis.geo.Reprojection;
import org.citygis.security.User;
import org.citygis.storage.Column;
import org.citygis.storage.FeatureLoad;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.locationtech.jts.geom.GeometryFactory;

/** Fills a layer of points, as {@code layers/} declares it, with rows of a test. */
public final class DeclaredLayer {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** A row: its place in longitude and latitude, and its values by field. */
  public record Row(LonLat place, Map<String, Object> values) {}

  private DeclaredLayer() {}

  /** Rows get the fids 1, 2, 3 …; a field that a row does not name is null. */
  public static void publish(Layers layers, FeatureStore store, String id, List<Row> rows) {
    LayerDefinition definition =
        layers.all().stream()
            .map(Layer::definition)
            .filter(d -> d.id().equals(id))
            .findFirst()
            .orElseThrow();
    Crs crs = Crs.epsg(4547);
    FeatureTable table =
        new FeatureTable(
            id,
            layers.reserveVersion(id),
            new GeometryColumn(GeometryColumn.Type.POINT, crs),
            definition.fields().stream().map(f -> new Column(f.name(), f.type())).toList());
    try (FeatureLoad load = store.load(table)) {
      long fid = 0;
      for (Row row : rows) {
        List<Object> values = new ArrayList<>();
        table.columns().forEach(c -> values.add(row.values().get(c.name())));
        var at = Reprojection.between(Crs.CRS84, crs).apply(row.place().lon(), row.place().lat());
        load.add(++fid, GEOMETRIES.createPoint(at), values);
      }
      layers.publish(definition, load, VersionNotes.of(User.SYSTEM, "test"));
    }
  }
}
