package org.citygis.packed;

import java.util.ArrayList;
import java.util.List;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.LayerVersion;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.problem.Problem;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shapes straight from the rows that a box meets: for layers that are not packed. */
final class TableShapes {
  private static final Logger LOG = LoggerFactory.getLogger(TableShapes.class);

  /** How far a position may be off: a 160th of a pixel of 16 tile units. */
  private static final double TOLERANCE_UNITS = 0.05;

  private final FeatureStore store;

  TableShapes(FeatureStore store) {
    this.store = store;
  }

  void read(OpenLayer layer, ShapeQuery query, ShapeVisitor visitor) {
    LayerVersion version = layer.layer().currentVersion();
    GeometryColumn column = version.table().geometry();
    Box extent = version.extent();
    if (column == null || extent == null) {
      return;
    }
    MercatorProjection projection =
        new MercatorProjection(
            column.crs(),
            extent,
            query.box(),
            TOLERANCE_UNITS * WorldGrid.ofZoom(query.zoom()).stepMetres());
    Box box = projection.nativeBox();
    if (box == null) {
      return;
    }
    Generaliser generaliser = new Generaliser(query.zoom(), query.ofClass(), false, visitor);
    FeatureQuery rows = layer.query().box(box).fields(query.fields());
    Shape shape = new Shape();
    Wkb wkb = new Wkb(shape);
    Shape.Kind kind = kind(layer.definition().geometry());
    @Nullable Object[] values = new @Nullable Object[query.fields().size()];
    // Hidden fields are not in the rows.
    int[] place = places(query.fields(), rows.fields());
    store.read(
        version.table(),
        rows,
        row -> {
          byte[] bytes = row.wkb();
          if (bytes != null) {
            try {
              wkb.read(bytes, kind == null ? Wkb.kind(bytes) : kind);
              projection.apply(shape.xy(), shape.points());
              for (int i = 0; i < place.length; i++) {
                values[place[i]] = row.value(i);
              }
              shape.of(row.fid(), values);
              generaliser.visit(shape);
            } catch (IllegalArgumentException | Problem.Invalid e) {
              LOG.warn(
                  "{} {} is not drawn: {}", version.table().tableName(), row.fid(), e.getMessage());
            }
          }
          return true;
        });
    generaliser.finish();
  }

  private static int[] places(List<String> wanted, List<String> read) {
    List<Integer> places = new ArrayList<>();
    read.forEach(field -> places.add(wanted.indexOf(field)));
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Null where each row says itself what it is. */
  static Shape.@Nullable Kind kind(GeometryKind geometry) {
    return switch (geometry) {
      case POINT -> Shape.Kind.POINT;
      case LINE -> Shape.Kind.LINE;
      case POLYGON -> Shape.Kind.POLYGON;
      case MIXED, NONE -> null;
    };
  }
}
