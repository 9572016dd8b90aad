package org.citygis.export.geopackage;

import org.citygis.format.TargetSystem;
import org.citygis.geo.Crs;
import org.geotools.referencing.wkt.Formattable;

/**
 * A row of gpkg_spatial_ref_sys.
 *
 * @param code of the organisation
 * @param definition well-known text
 */
record SpatialReference(
    String name, int id, String organization, int code, String definition, String description) {
  static final SpatialReference CARTESIAN =
      new SpatialReference(
          "Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian");
  static final SpatialReference GEOGRAPHIC =
      new SpatialReference(
          "Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic");
  static final SpatialReference WGS_84 = of(TargetSystem.of(Crs.epsg(4326)));

  /** Shifted degrees are no system of the register: they stand as a local one of their own. */
  static SpatialReference of(TargetSystem target) {
    if (target.shift() == null) {
      Crs crs = target.crs().equals(Crs.CRS84) ? Crs.epsg(4326) : target.crs();
      return new SpatialReference(
          crs.name(),
          crs.srid(),
          "EPSG",
          crs.srid(),
          ((Formattable) crs.geotools()).toWKT(0),
          target.description().en());
    }
    int number = 990_001 + target.shift().ordinal();
    String name = target.code() + " (shifted, not WGS 84)";
    return new SpatialReference(
        name,
        number,
        "CityGIS",
        number,
        ("LOCAL_CS[\"%s\",LOCAL_DATUM[\"%s\",0],UNIT[\"degree\",0.0174532925199433],"
                + "AXIS[\"Longitude\",EAST],AXIS[\"Latitude\",NORTH]]")
            .formatted(name, target.code()),
        target.description().zh() + " / " + target.description().en());
  }
}
