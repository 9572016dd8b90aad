package org.citygis.catalog;

import java.util.ArrayList;
import java.util.List;
import org.citygis.cql2.Condition;
import org.citygis.cql2.FilterLanguage;
import org.citygis.cql2.Kind;
import org.citygis.cql2.Parsed;
import org.citygis.cql2.Queryable;
import org.citygis.cql2.Target;
import org.citygis.geo.Crs;
import org.citygis.problem.Problem;
import org.citygis.storage.ColumnType;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.citygis.web.Query;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;

/**
 * The CQL2 filter of a request; two that are equal match the same features of a layer.
 *
 * @param crs the system of the filter's shapes
 * @param compiled the condition on the layer's columns
 */
public record CqlFilter(Condition condition, Crs crs, Filter compiled) {
  /** What filters call the layer's shape, unless a field has that name; the column's name too. */
  public static final String GEOMETRY = "geometry";

  /** Reads {@code filter}, {@code filter-lang} and {@code filter-crs}; null without a filter. */
  static @Nullable CqlFilter parse(Query query, OpenLayer layer) {
    FilterLanguage language = FilterLanguage.parse(query.find("filter-lang"));
    String systemName = query.find("filter-crs");
    Crs crs =
        systemName == null || systemName.isEmpty() ? Crs.CRS84 : plane("filter-crs", systemName);
    String text = query.find("filter");
    if (text == null || text.isBlank()) {
      return null;
    }
    Target target = target(layer, crs);
    Parsed parsed = language.read(text).translated(target);
    return new CqlFilter(parsed.condition(), crs, parsed.compile(target));
  }

  private static Crs plane(String parameter, String text) {
    Crs crs = Crs.parse(parameter, text);
    if (crs.geotools().getCoordinateSystem().getDimension() != 2) {
      throw Problem.Invalid.parameter(
          parameter, text, Text.of("平面或经纬度坐标系", "a reference system of two axes"));
    }
    return crs;
  }

  private static Target target(OpenLayer layer, Crs crs) {
    GeometryColumn geometry = layer.table().geometry();
    return new Target(
        queryables(layer),
        crs,
        geometry == null ? null : geometry.crs(),
        geometry == null ? null : Reach.of(layer, geometry));
  }

  /** What a filter on the layer may speak of: the visible fields, the fid and the shape. */
  public static List<Queryable> queryables(OpenLayer layer) {
    List<Queryable> queryables = new ArrayList<>();
    for (Field field : VisibleFields.of(layer)) {
      queryables.add(new Queryable(field.name(), kind(field.type())));
    }
    queryables.add(new Queryable(FeatureTable.FID, Kind.INTEGER));
    if (layer.table().geometry() != null) {
      queryables.add(new Queryable(GEOMETRY, Kind.GEOMETRY, FeatureTable.GEOM));
      queryables.add(new Queryable(FeatureTable.GEOM, Kind.GEOMETRY));
    }
    return queryables;
  }

  private static Kind kind(ColumnType type) {
    return switch (type) {
      case TEXT -> Kind.TEXT;
      case INTEGER -> Kind.INTEGER;
      case NUMBER -> Kind.NUMBER;
      case BOOLEAN -> Kind.BOOLEAN;
      case DATE -> Kind.DATE;
      case DATETIME -> Kind.DATETIME;
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CqlFilter filter
        && filter.condition.equals(condition)
        && filter.crs.equals(crs);
  }

  @Override
  public int hashCode() {
    return 31 * condition.hashCode() + crs.hashCode();
  }
}
