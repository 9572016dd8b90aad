package org.citygis.storage;

import java.util.List;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Where one version of a layer is stored: table {@code layers."<layer>_v<version>"} with {@code
 * fid}, {@code geom} and a column per field.
 *
 * @param geometry null for a table without places
 */
public record FeatureTable(
    String layer, int version, @Nullable GeometryColumn geometry, List<Column> columns) {
  public static final String FID = "fid";
  public static final String GEOM = "geom";

  public FeatureTable {
    columns = List.copyOf(columns);
  }

  public String tableName() {
    return layer + "_v" + version;
  }

  /** Quoted and with its schema, to stand in SQL. */
  String sqlName() {
    return Sql.inLayers(tableName());
  }

  public Optional<Column> findColumn(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /** The schema in GeoTools' words, to evaluate filters with; x is easting or longitude. */
  public SimpleFeatureType featureType() {
    SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
    builder.setName(layer);
    if (geometry != null) {
      builder.add(GEOM, Geometry.class, geometry.crs().geotools());
    }
    columns.forEach(c -> builder.add(c.name(), c.type().binding()));
    return builder.buildFeatureType();
  }
}
