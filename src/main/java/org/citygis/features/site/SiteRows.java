package org.citygis.features.site;

import java.sql.SQLException;
import java.util.List;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Reach;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.citygis.web.Deadline;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads the rows of a layer whose boxes come near the site, once, one by one, within a time; which
 * of them really apply is for the taker to decide.
 */
final class SiteRows {
  /** A side longer than that, in degrees, is no straight line in a survey system. */
  private static final double LONGEST_DEGREES = 0.01;

  /** Distances in a zone are up to 0.05 % longer than on the ground. */
  private static final double STRETCH = 1.001;

  private final FeatureStore store;

  SiteRows(FeatureStore store) {
    this.store = store;
  }

  /** Takes a row with its shape in the survey system. */
  @FunctionalInterface
  interface Taker {
    void take(FeatureRow row, Geometry shape) throws SQLException;
  }

  /**
   * @param around metres beyond the box of the site that still interest
   * @param limit most rows, -1 for all
   */
  void read(
      OpenLayer layer,
      Site site,
      double around,
      List<Field> fields,
      Filter filter,
      int limit,
      Deadline deadline,
      Taker taker) {
    GeometryColumn geometry = layer.table().geometry();
    Box box = geometry == null ? null : findBox(layer, geometry, site, around);
    if (geometry == null || box == null) {
      return;
    }
    deadline.check();
    Reprojection toSurvey = Reprojection.between(geometry.crs(), site.survey());
    boolean curved = geometry.crs().isGeographic();
    FeatureQuery query =
        layer
            .query()
            .fields(fields.stream().map(Field::name).toList())
            .filter(filter)
            .box(box)
            .page(0, limit);
    store.read(
        layer.table(),
        query,
        deadline.left(),
        row -> {
          deadline.check();
          Geometry shape = row.geometry();
          if (shape != null && !shape.isEmpty()) {
            Geometry fine = curved ? followed(shape) : shape;
            taker.take(row, toSurvey.isIdentity() ? fine : toSurvey.apply(fine));
          }
          return true;
        });
  }

  private static @Nullable Box findBox(
      OpenLayer layer, GeometryColumn geometry, Site site, double around) {
    Box ground = Box.of(site.ground().getEnvelopeInternal()).buffer(around * STRETCH);
    if (geometry.crs().equals(site.survey())) {
      return ground;
    }
    Box lonLat = Reprojection.between(site.survey(), Crs.CRS84).apply(ground);
    Envelope inReach = lonLat.envelope().intersection(Reach.of(layer, geometry).envelope());
    return inReach.isNull()
        ? null
        : Reprojection.between(Crs.CRS84, geometry.crs()).apply(Box.of(inReach));
  }

  private static Geometry followed(Geometry shape) {
    Envelope box = shape.getEnvelopeInternal();
    boolean isLong = box.getWidth() > LONGEST_DEGREES || box.getHeight() > LONGEST_DEGREES;
    return isLong && shape.getDimension() > 0 ? Densifier.densify(shape, LONGEST_DEGREES) : shape;
  }
}
