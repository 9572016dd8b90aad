package org.citygis.features.ogc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.security.AccessDecision;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureStore;
import org.citygis.text.CityTime;
import org.citygis.web.geojson.JsonValues;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From when to when a layer's features are, kept until the layer changes. */
@Component
class TimeExtent {
  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
  private static final String GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";

  private record Key(String layer, String etag, AccessDecision access) {}

  private final FeatureStore store;
  private final Cache<Key, CollectionDocument.Temporal> known =
      Caffeine.newBuilder().maximumSize(1000).build();

  TimeExtent(FeatureStore store) {
    this.store = store;
  }

  /** Null for a layer without a time that the user may see. */
  CollectionDocument.@Nullable Temporal of(OpenLayer layer) {
    String field = layer.definition().time();
    boolean visible = VisibleFields.of(layer).stream().anyMatch(each -> each.name().equals(field));
    if (field == null || !visible) {
      return null;
    }
    Key key = new Key(layer.layer().id(), layer.layer().etag(), layer.access());
    return known.get(key, same -> read(layer, field));
  }

  private CollectionDocument.Temporal read(OpenLayer layer, String field) {
    List<@Nullable String> interval =
        Arrays.asList(end(layer, field, false), end(layer, field, true));
    return new CollectionDocument.Temporal(List.of(interval), GREGORIAN);
  }

  private @Nullable String end(OpenLayer layer, String field, boolean last) {
    FeatureQuery query =
        layer
            .query()
            .withoutGeometry()
            .fields(List.of(field))
            .filter(FILTERS.not(FILTERS.isNull(FILTERS.property(field))))
            .order(List.of(new FeatureQuery.Order(field, last)))
            .page(0, 1);
    List<String> found = new ArrayList<>();
    store.read(
        layer.table(),
        query,
        row -> {
          Object value = row.value(0);
          if (value != null) {
            found.add(JsonValues.moment(moment(value)));
          }
          return false;
        });
    return found.isEmpty() ? null : found.getFirst();
  }

  private static Instant moment(Object value) {
    return value instanceof LocalDate day
        ? day.atStartOfDay(CityTime.ZONE).toInstant()
        : (Instant) value;
  }
}
