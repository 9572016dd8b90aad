package org.citygis.catalog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.citygis.storage.ColumnType;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.CityTime;
import org.citygis.web.TimeSpan;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;

/** Turns the conditions of a request into a query of the layer, under its access decision. */
public final class Selection {
  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

  private Selection() {}

  public static FeatureQuery of(OpenLayer layer, Conditions conditions) {
    List<Filter> filters = new ArrayList<>();
    conditions.values().forEach((name, value) -> filters.add(equal(name, value)));
    if (conditions.time() != null) {
      filters.add(time(layer, conditions.time()));
    }
    if (conditions.filter() != null) {
      filters.add(conditions.filter().compiled());
    }
    FeatureQuery query =
        layer
            .query()
            .fields(VisibleFields.of(layer).stream().map(Field::name).toList())
            .filter(filters.isEmpty() ? Filter.INCLUDE : FILTERS.and(filters));
    GeometryColumn geometry = layer.table().geometry();
    return conditions.box() == null || geometry == null
        ? query
        : BoxCondition.narrow(query, layer, conditions.box(), conditions.boxCrs());
  }

  private static Filter equal(String name, Object value) {
    return FILTERS.equal(FILTERS.property(name), FILTERS.literal(value), true);
  }

  /** Features without a time match every span (Part 1, 7.15.4). */
  private static Filter time(OpenLayer layer, TimeSpan span) {
    String name = layer.definition().time();
    Field field =
        VisibleFields.of(layer).stream()
            .filter(f -> f.name().equals(name))
            .findFirst()
            .orElse(null);
    if (field == null) {
      return Filter.INCLUDE;
    }
    Expression property = FILTERS.property(field.name());
    List<Filter> ends = new ArrayList<>();
    Object from = bound(field, span.from());
    Object to = bound(field, span.to());
    if (from != null) {
      ends.add(FILTERS.greaterOrEqual(property, FILTERS.literal(from)));
    }
    if (to != null) {
      ends.add(FILTERS.lessOrEqual(property, FILTERS.literal(to)));
    }
    return ends.isEmpty()
        ? Filter.INCLUDE
        : FILTERS.or(FILTERS.isNull(property), FILTERS.and(ends));
  }

  /**
   * The end of a span as a value of the column. Clients write years 0 and 9999 for an open end, and
   * databases round what is finer than a microsecond, which would reach into the next day.
   */
  private static @Nullable Object bound(Field field, @Nullable Instant end) {
    if (end == null) {
      return null;
    }
    int year = end.atOffset(ZoneOffset.UTC).getYear();
    if (year < 1 || year >= 9999) {
      return null;
    }
    return field.type() == ColumnType.DATE
        ? end.atZone(CityTime.ZONE).toLocalDate()
        : end.truncatedTo(ChronoUnit.MICROS);
  }
}
