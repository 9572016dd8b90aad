package org.citygis.features.places;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.citygis.web.DatabaseFailures;
import org.citygis.web.geojson.WkbEnvelope;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.dao.DataAccessException;

/**
 * Searches the names of a layer that are not in memory: names that are what was typed, then names
 * that begin so, then names that contain it, each bounded, until there are enough. The database
 * knows no pinyin and folds nothing but case.
 */
final class NamedInDatabase {
  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Of more matches than that the nearest are no longer looked for. */
  private static final int MAX_CANDIDATES = 500;

  private static final Text AS_WRITTEN =
      Text.of(
          "名称尚未载入内存，只按原文查找，没有按拼音查找。",
          "The names are not in memory: they were searched as written, not by pinyin.");
  private static final Text TOO_LONG =
      Text.of("数据量大，未在时限内查完。", "The search was not through within its time; the layer is large.");

  private final FeatureStore store;

  NamedInDatabase(FeatureStore store) {
    this.store = store;
  }

  /**
   * Offers what it finds.
   *
   * @param text what was typed
   * @return what was not searched; empty when nothing may be missing
   */
  Optional<Text> search(String text, int enough, NameSearch search, OpenLayer layer) {
    GeometryColumn geometry = layer.table().geometry();
    List<String> fields = LayerNames.searched(layer);
    if (geometry == null || fields.isEmpty()) {
      return Optional.empty();
    }
    Reprojection toLonLat = Reprojection.between(geometry.crs(), Crs.CRS84);
    int found = 0;
    try {
      for (Filter filter : filters(text.strip(), search, fields)) {
        if (found < enough) {
          found += offer(filter, fields, layer, toLonLat, search);
        }
      }
    } catch (DataAccessException e) {
      if (!DatabaseFailures.isTimeout(e)) {
        throw e;
      }
      return Optional.of(TOO_LONG);
    }
    return search.typed().hasLetters() ? Optional.of(AS_WRITTEN) : Optional.empty();
  }

  /** The better come first: the name, its beginning, a part of it, the words each for itself. */
  private static List<Filter> filters(String text, NameSearch search, List<String> fields) {
    String name = escaped(text);
    List<Filter> filters = new ArrayList<>();
    for (String pattern : List.of(name, name + "*", "*" + name + "*")) {
      filters.add(like(pattern, fields));
    }
    if (!search.words().isEmpty()) {
      filters.add(
          FILTERS.and(
              Arrays.stream(text.split("\\s+"))
                  .map(word -> like("*" + escaped(word) + "*", fields))
                  .toList()));
    }
    return filters;
  }

  private static String escaped(String text) {
    return text.replaceAll("[!*?]", "!$0");
  }

  private static Filter like(String pattern, List<String> fields) {
    List<Filter> either = new ArrayList<>();
    for (String field : fields) {
      either.add(FILTERS.like(FILTERS.property(field), pattern, "*", "?", "!", false));
    }
    return FILTERS.or(either);
  }

  private int offer(
      Filter filter,
      List<String> fields,
      OpenLayer layer,
      Reprojection toLonLat,
      NameSearch search) {
    int[] found = {0};
    store.read(
        layer.table(),
        layer.query().fields(fields).filter(filter).page(0, MAX_CANDIDATES),
        PATIENCE,
        row -> {
          byte[] wkb = row.wkb();
          Coordinate middle = wkb == null ? null : WkbEnvelope.of(wkb).centre();
          NameFit fit = NameFit.find(search, RowTexts.of(row, fields.size()));
          if (middle != null && fit != null) {
            Coordinate place = toLonLat.apply(middle.x, middle.y);
            double distance = search.nearness().of(place.x, place.y);
            search.best().offer(new Match(layer, row.fid(), fit.rank(), distance, fit.length()));
            found[0]++;
          }
          return true;
        });
    return found[0];
  }
}
