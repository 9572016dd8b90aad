package org.citygis.storage;

import org.citygis.geo.Crs;

/**
 * The geometry of a feature table.
 *
 * @param type lines and polygons are always stored as Multi*
 * @param crs the reference system that the layer was surveyed in; coordinates are kept in it
 */
public record GeometryColumn(Type type, boolean hasZ, boolean hasM, Crs crs) {

  /** What a table's geometry column admits. */
  public enum Type {
    POINT,
    MULTIPOINT,
    MULTILINESTRING,
    MULTIPOLYGON,
    GEOMETRY
  }

  public GeometryColumn(Type type, Crs crs) {
    this(type, false, false, crs);
  }

  /** Numbers per position: 2, 3 or 4. */
  public int dimension() {
    return 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0);
  }
}
