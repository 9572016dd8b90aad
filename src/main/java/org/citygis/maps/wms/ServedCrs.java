package org.citygis.maps.wms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.GaussKrueger;
import org.citygis.storage.GeometryColumn;
import org.jspecify.annotations.Nullable;

/** The reference systems in which maps are drawn. */
final class ServedCrs {
  private static final List<Crs> EVERYWHERE =
      List.of(Crs.WEB_MERCATOR, Crs.CRS84, Crs.epsg(4326), Crs.epsg(4490));

  /** The Gauss-Krueger zones of CGCS2000. */
  private static final int FIRST_ZONE = 4491;

  private static final int LAST_ZONE = 4554;

  private ServedCrs() {}

  /** Those in which every layer is offered. */
  static List<Crs> everywhere() {
    return EVERYWHERE;
  }

  /**
   * All those of a layer: its own, and the zones that it lies in.
   *
   * @param bbox of the layer in longitude and latitude
   */
  static List<Crs> of(@Nullable GeometryColumn geometry, @Nullable Box bbox) {
    Set<Crs> all = new LinkedHashSet<>(EVERYWHERE);
    if (geometry != null) {
      all.add(geometry.crs());
    }
    if (bbox != null) {
      all.addAll(GaussKrueger.touching(bbox));
    }
    return new ArrayList<>(all);
  }

  /** The system of that name, if maps are drawn in it at all. */
  static Crs check(WmsVersion version, String name) {
    Crs crs = version.crs(name);
    boolean plane = crs.geotools().getCoordinateSystem().getDimension() == 2;
    boolean zone = crs.srid() >= FIRST_ZONE && crs.srid() <= LAST_ZONE;
    boolean metric =
        "m".equals(String.valueOf(crs.geotools().getCoordinateSystem().getAxis(0).getUnit()));
    if (plane && (EVERYWHERE.contains(crs) || zone || metric)) {
      return crs;
    }
    throw version.unknownCrs(name);
  }
}
