package org.citygis.maps.draw;

import java.util.List;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Reach;
import org.citygis.catalog.VisibleFields;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.packed.Shape;
import org.citygis.packed.ShapeVisitor;
import org.citygis.packed.Wkb;
import org.citygis.problem.Problem;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shapes from the rows of a layer, in any reference system and under any condition. */
final class RowShapes {
  private static final Logger LOG = LoggerFactory.getLogger(RowShapes.class);

  private final FeatureStore store;

  RowShapes(FeatureStore store) {
    this.store = store;
  }

  /**
   * Reads the shapes that meet the box.
   *
   * @param box in {@code crs}, as the shapes that the visitor gets
   */
  void read(
      OpenLayer layer,
      Filter filter,
      Crs crs,
      Box box,
      List<String> fields,
      Budget budget,
      ShapeVisitor visitor) {
    GeometryColumn column = layer.table().geometry();
    Box wanted = column == null ? null : inLayer(layer, column, crs, box);
    if (column == null || wanted == null) {
      return;
    }
    Reprojection toPicture = Reprojection.between(column.crs(), crs);
    Shape shape = new Shape();
    Wkb wkb = new Wkb(shape);
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    store.read(
        layer.table(),
        layer.query().box(wanted).filter(filter).fields(fields),
        budget.deadline().left(),
        row -> {
          byte[] bytes = row.wkb();
          if (bytes != null) {
            try {
              wkb.read(bytes, Wkb.kind(bytes));
              toPicture.apply(shape.xy(), shape.points());
            } catch (IllegalArgumentException | Problem.Invalid e) {
              LOG.warn(
                  "{} {} is not drawn: {}", layer.table().tableName(), row.fid(), e.getMessage());
              return true;
            }
            for (int i = 0; i < values.length; i++) {
              values[i] = row.value(i);
            }
            shape.of(row.fid(), values);
            visitor.visit(shape);
          }
          return true;
        });
  }

  /** The box in the layer's system, as far as that reaches; null where it is all beyond. */
  private static @Nullable Box inLayer(OpenLayer layer, GeometryColumn column, Crs crs, Box box) {
    Reprojection toLayer = Reprojection.between(crs, column.crs());
    if (toLayer.isIdentity()) {
      return box;
    }
    try {
      Box reach = Reprojection.between(Crs.CRS84, crs).apply(Reach.of(layer, column));
      Envelope both = box.envelope().intersection(reach.envelope());
      return both.isNull() ? null : toLayer.apply(Box.of(both));
    } catch (Problem.Invalid outside) {
      return null;
    }
  }

  /** The fields of the layer that may be looked at to draw it. */
  static List<String> visible(OpenLayer layer) {
    return VisibleFields.of(layer).stream().map(field -> field.name()).toList();
  }
}
