package org.citygis.halls;

import java.text.Collator;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Crs;
import org.citygis.geo.LonLat;
import org.citygis.geo.Reprojection;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.NearestRows;
import org.citygis.text.Lang;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Finds service halls: the nearest ones, or all by name. */
@Component
class Halls {
  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

  /**
   * What is wanted.
   *
   * @param place where from; null for all by name
   * @param item code of what is to be done there
   * @param at the moment that the answer speaks of
   * @param openOnly whether the hall must be open at that moment
   * @param words to be found in its name or address
   */
  record Wanted(
      @Nullable LonLat place,
      @Nullable String item,
      OffsetDateTime at,
      boolean openOnly,
      @Nullable String words,
      int limit) {}

  private final FeatureStore store;
  private final Catalog catalog;
  private final HoursReader hours;

  Halls(FeatureStore store, Catalog catalog, HoursReader hours) {
    this.store = store;
    this.catalog = catalog;
    this.hours = hours;
  }

  /** Nearest first, or by name in the language when there is no place. */
  List<Hall> find(OpenLayer layer, Wanted wanted, Lang lang) {
    HallReader reader = new HallReader(layer, catalog, hours, wanted.at());
    FeatureQuery query = reader.query().filter(filter(layer, wanted));
    LonLat place = wanted.place();
    if (place == null) {
      return byName(layer, query, reader, wanted, lang);
    }
    return new NearestRows(store, layer.table(), query)
            .find(
                place,
                wanted.limit(),
                row -> {
                  Hall hall = reader.read(row);
                  return fits(hall, wanted) ? hall : null;
                })
            .stream()
            .map(
                near ->
                    near.value()
                        .at(
                            near.proximity().to().lon(),
                            near.proximity().to().lat(),
                            near.proximity().metres()))
            .toList();
  }

  private List<Hall> byName(
      OpenLayer layer, FeatureQuery query, HallReader reader, Wanted wanted, Lang lang) {
    Crs crs = Objects.requireNonNull(layer.table().geometry()).crs();
    Reprojection toLonLat = Reprojection.between(crs, Crs.CRS84);
    List<Hall> halls = new ArrayList<>();
    store.read(
        layer.table(),
        query,
        row -> {
          Geometry shape = row.geometry();
          Hall hall = reader.read(row);
          if (shape != null && !shape.isEmpty() && fits(hall, wanted)) {
            Coordinate at = toLonLat.apply(shape.getCoordinate().x, shape.getCoordinate().y);
            halls.add(hall.at(at.x, at.y, null));
          }
          return true;
        });
    Collator collator = Collator.getInstance(lang == Lang.ZH ? Locale.CHINA : Locale.ENGLISH);
    halls.sort(
        Comparator.comparing((Hall hall) -> name(hall, lang), collator::compare)
            .thenComparing(Hall::fid));
    return halls.subList(0, Math.min(wanted.limit(), halls.size()));
  }

  private static String name(Hall hall, Lang lang) {
    String name = lang == Lang.ZH || hall.nameEn() == null ? hall.name() : hall.nameEn();
    return name == null ? "" : name;
  }

  private static boolean fits(Hall hall, Wanted wanted) {
    String item = wanted.item();
    return (!wanted.openOnly() || hall.open())
        && (item == null || hall.items().stream().anyMatch(i -> i.code().equals(item)));
  }

  /** What the database can leave out beforehand. */
  private static Filter filter(OpenLayer layer, Wanted wanted) {
    List<Filter> all = new ArrayList<>();
    if (wanted.item() != null) {
      all.add(like(HallReader.ITEMS, wanted.item()));
    }
    if (wanted.words() != null) {
      List<Filter> any = new ArrayList<>();
      for (String field :
          List.of(HallReader.NAME, HallReader.NAME_EN, HallReader.ADDRESS, HallReader.ADDRESS_EN)) {
        if (layer.table().findColumn(field).isPresent()
            && !layer.access().hiddenFields().contains(field)) {
          any.add(like(field, wanted.words()));
        }
      }
      all.add(any.isEmpty() ? Filter.EXCLUDE : FILTERS.or(any));
    }
    return all.isEmpty() ? Filter.INCLUDE : FILTERS.and(all);
  }

  private static Filter like(String field, String part) {
    String pattern = "*" + part.replaceAll("([*?\\\\])", "\\\\$1") + "*";
    return FILTERS.like(FILTERS.property(field), pattern, "*", "?", "\\", false);
  }
}
