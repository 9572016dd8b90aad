package org.citygis.catalog;

import org.citygis.geo.Box;
import org.citygis.storage.GeometryColumn;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Envelope;

/**
 * The longitudes and latitudes that a layer's system can express without folding: where the system
 * is meant to be used, where the layer has data, and a little around. What clients ask for beyond
 * it, such as a box of the whole world, is cut off before it is transformed.
 */
public final class Reach {
  /** Web Mercator, which boxes and layers may be in, ends at 85.06 degrees. */
  private static final Envelope WORLD = new Envelope(-180, 180, -85.06, 85.06);

  private Reach() {}

  public static Box of(OpenLayer layer, GeometryColumn geometry) {
    Envelope reach = new Envelope();
    GeographicBoundingBox use = CRS.getGeographicBoundingBox(geometry.crs().geotools());
    if (use != null) {
      reach.expandToInclude(use.getWestBoundLongitude(), use.getSouthBoundLatitude());
      reach.expandToInclude(use.getEastBoundLongitude(), use.getNorthBoundLatitude());
    }
    Box data = layer.layer().currentVersion().bbox();
    if (data != null) {
      reach.expandToInclude(data.envelope());
    }
    reach.expandBy(0.5);
    return Box.of(reach.isNull() ? WORLD : reach.intersection(WORLD));
  }
}
