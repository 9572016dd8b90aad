package org.citygis.features.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.features.labels.FieldLabels;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Lang;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Reads what is told of the matches: one statement for each layer. */
@Component
class PlaceReader {
  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

  private final FeatureStore store;
  private final FieldLabels labels;

  PlaceReader(FeatureStore store, FieldLabels labels) {
    this.store = store;
    this.labels = labels;
  }

  /**
   * The places of the matches in their order, without those that have gone or have got another name
   * since their layer was indexed.
   */
  List<Place> read(List<Match> matches, NameSearch search, Lang lang) {
    Map<String, List<Match>> byLayer = new LinkedHashMap<>();
    for (Match match : matches) {
      byLayer.computeIfAbsent(match.layer().layer().id(), id -> new ArrayList<>()).add(match);
    }
    Map<String, Map<Long, Place>> read = new HashMap<>();
    byLayer.forEach((id, ofLayer) -> read.put(id, readLayer(ofLayer, search, lang)));
    return matches.stream()
        .map(match -> read.getOrDefault(match.layer().layer().id(), Map.of()).get(match.fid()))
        .filter(Objects::nonNull)
        .toList();
  }

  private Map<Long, Place> readLayer(List<Match> matches, NameSearch search, Lang lang) {
    OpenLayer layer = matches.getFirst().layer();
    GeometryColumn geometry = layer.table().geometry();
    Map<Long, Place> places = new HashMap<>();
    if (geometry == null) {
      return places;
    }
    List<Field> fields = VisibleFields.of(layer);
    List<Filter> either = new ArrayList<>();
    for (Match match : matches) {
      either.add(FILTERS.equals(FILTERS.property(FeatureTable.FID), FILTERS.literal(match.fid())));
    }
    store.read(
        layer.table(),
        layer
            .query()
            .fields(fields.stream().map(Field::name).toList())
            .filter(FILTERS.or(either))
            .page(0, matches.size()),
        row -> {
          Geometry shape = row.geometry();
          if (shape != null && !shape.isEmpty()) {
            PlaceRow texts =
                new PlaceRow(layer, fields, RowTexts.of(row, fields.size()), labels, lang);
            texts
                .find(row.fid(), shape, geometry.crs(), search)
                .ifPresent(place -> places.put(place.fid(), place));
          }
          return true;
        });
    return places;
  }
}
