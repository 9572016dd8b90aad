package org.citygis.features.places;

import java.util.ArrayList;
import java.util.List;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.citygis.web.geojson.WkbEnvelope;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Coordinate;

/**
 * Searches the names of a layer that is too large to be kept in memory: exact names, then names
 * that begin so, then names that contain it, each bounded, until there are enough.
 */
final class NamedInDatabase {
  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

  /** Of more matches than that the nearest are no longer looked for. */
  private static final int MAX_CANDIDATES = 500;

  private final FeatureStore store;

  NamedInDatabase(FeatureStore store) {
    this.store = store;
  }

  void search(String needle, int enough, OpenLayer layer, Nearness nearness, BestMatches best) {
    GeometryColumn geometry = layer.table().geometry();
    List<String> fields = LayerNames.searched(layer);
    if (geometry == null || fields.isEmpty()) {
      return;
    }
    Reprojection toLonLat = Reprojection.between(geometry.crs(), Crs.CRS84);
    String escaped = needle.replaceAll("[!*?]", "!$0");
    int found = 0;
    for (String pattern : List.of(escaped, escaped + "*", "*" + escaped + "*")) {
      if (found < enough) {
        found += offer(pattern, needle, fields, layer, toLonLat, nearness, best);
      }
    }
  }

  private int offer(
      String pattern,
      String needle,
      List<String> fields,
      OpenLayer layer,
      Reprojection toLonLat,
      Nearness nearness,
      BestMatches best) {
    List<Filter> either = new ArrayList<>();
    for (String field : fields) {
      either.add(FILTERS.like(FILTERS.property(field), pattern, "*", "?", "!", false));
    }
    List<Long> found = new ArrayList<>();
    store.read(
        layer.table(),
        layer.query().fields(fields).filter(FILTERS.or(either)).page(0, MAX_CANDIDATES),
        row -> {
          byte[] wkb = row.wkb();
          Coordinate middle = wkb == null ? null : WkbEnvelope.of(wkb).centre();
          if (middle != null) {
            Coordinate place = toLonLat.apply(middle.x, middle.y);
            double distance = nearness.of(place.x, place.y);
            for (int i = 0; i < fields.size(); i++) {
              Object name = row.value(i);
              if (name != null) {
                offerName(Folding.of(name.toString()), needle, layer, row.fid(), distance, best);
              }
            }
            found.add(row.fid());
          }
          return true;
        });
    return found.size();
  }

  private static void offerName(
      String name, String needle, OpenLayer layer, long fid, double distance, BestMatches best) {
    int at = name.indexOf(needle);
    if (at >= 0) {
      Match.Rank rank = Match.Rank.of(at == 0, at + needle.length() == name.length());
      best.offer(new Match(layer, fid, rank, distance, name.length()));
    }
  }
}
