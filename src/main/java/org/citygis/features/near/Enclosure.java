package org.citygis.features.near;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.area.QueryArea;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Another layer's feature, inside which features are looked for. */
final class Enclosure {
  private final PreparedGeometry area;
  private final boolean within;

  private Enclosure(Geometry area, boolean within) {
    this.area = PreparedGeometryFactory.prepare(area);
    this.within = within;
  }

  /**
   * @param text the value of {@code inside}, {@code <layer>:<fid>}
   * @param relation within or intersects
   * @param target the layer that is searched, in whose system the feature is carried
   */
  static Enclosure read(
      String text,
      String relation,
      OpenLayer target,
      GeometryColumn column,
      User user,
      Layers layers,
      FeatureStore store) {
    int colon = text.lastIndexOf(':');
    Text expected = Text.of("“图层:编号”，如 streets:12", "layer:fid such as streets:12");
    if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,18}")) {
      throw Problem.Invalid.parameter("inside", text, expected);
    }
    if (!relation.equals("within") && !relation.equals("intersects")) {
      throw Problem.Invalid.parameter(
          "relation", relation, Text.of("within 或 intersects", "within or intersects"));
    }
    OpenLayer layer = layers.open(user, text.substring(0, colon), Action.QUERY);
    long fid = Long.parseLong(text.substring(colon + 1));
    Geometry shape = shape(layer, fid, store);
    if (shape.isEmpty() || shape.getDimension() < 2) {
      throw Problem.Invalid.parameter(
          "inside", text, Text.of("有面状图形的要素", "a feature that has an area"));
    }
    Crs from = layer.table().geometry() == null ? Crs.CRS84 : layer.table().geometry().crs();
    Geometry own =
        from.equals(column.crs())
            ? shape
            : QueryArea.in(target, column, Reprojection.between(from, Crs.CRS84).apply(shape));
    return new Enclosure(own, relation.equals("within"));
  }

  private static Geometry shape(OpenLayer layer, long fid, FeatureStore store) {
    List<Geometry> found = new ArrayList<>();
    if (layer.table().geometry() != null) {
      store.read(
          layer.table(),
          layer.query().fields(List.of()).afterFid(fid - 1).page(0, 1),
          row -> {
            Geometry shape = row.geometry();
            if (row.fid() == fid && shape != null) {
              found.add(shape);
            }
            return false;
          });
    }
    if (found.isEmpty()) {
      throw new Problem.NotFound(
              Text.of(
                  "图层 %s 没有要素 %d。".formatted(layer.layer().id(), fid),
                  "Layer %s has no feature %d.".formatted(layer.layer().id(), fid)))
          .about(
              "inside",
              layer.layer().id() + ":" + fid,
              Text.of("已有要素的编号", "the id of a feature that there is"));
    }
    return found.getFirst();
  }

  /** Narrows a query to candidates. */
  FeatureQuery narrow(FeatureQuery query) {
    Geometry shape = area.getGeometry();
    if (shape.isEmpty()) {
      return query.page(0, 0);
    }
    Box box = Box.of(shape.getEnvelopeInternal());
    return query.area() == null ? query.area(shape) : query.box(box);
  }

  boolean holds(FeatureRow row) throws SQLException {
    Geometry shape = row.geometry();
    return shape != null && (within ? area.covers(shape) : area.intersects(shape));
  }
}
