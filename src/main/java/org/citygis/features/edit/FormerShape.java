package org.citygis.features.edit;

import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.history.FeatureState;
import org.citygis.storage.GeometryColumn;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A shape from the history in the system that the layer is stored in now. */
final class FormerShape {
  private FormerShape() {}

  static @Nullable Geometry in(OpenLayer layer, FeatureState state) {
    Geometry shape = state.geometry();
    GeometryColumn column = layer.table().geometry();
    if (shape == null || column == null) {
      return null;
    }
    Crs system = FeatureState.systemOf(shape);
    return system.srid() == column.crs().srid()
        ? shape
        : Reprojection.between(system, column.crs()).apply(shape);
  }
}
