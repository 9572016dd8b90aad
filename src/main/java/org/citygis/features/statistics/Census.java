package org.citygis.features.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.CodeList;
import org.citygis.catalog.Field;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.area.QueryArea;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.geo.SurveySystem;
import org.citygis.problem.Problem;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.citygis.web.geojson.JsonValues;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Counts and measures the features of a layer by class, reading them once, one by one. */
@Component
class Census {
  /** More classes than that are not classes but names. */
  private static final int MAX_GROUPS = 1000;

  private static final Text NO_VALUE = Text.of("（空）", "(none)");

  private final FeatureStore store;
  private final Catalog catalog;

  Census(FeatureStore store, Catalog catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  /** What has been counted of one class. */
  private static final class Tally {
    private long count;
    private double area;
    private double length;

    void add(double moreArea, double moreLength) {
      count++;
      area += moreArea;
      length += moreLength;
    }
  }

  /**
   * @param area a valid polygon in longitude and latitude, null for the whole layer
   */
  Statistics take(OpenLayer layer, Field group, @Nullable Geometry area) {
    Map<@Nullable String, Tally> tallies = new HashMap<>();
    FeatureQuery query = layer.query().fields(List.of(group.name()));
    GeometryColumn geometry = layer.table().geometry();
    if (geometry == null) {
      // What has no place is not inside any.
      if (area == null) {
        readValues(layer, query, group, tallies);
      }
      return result(layer, group, null, tallies);
    }
    Crs survey = SurveySystem.of(geometry.crs(), layer.layer().currentVersion().bbox());
    Reprojection toSurvey = Reprojection.between(geometry.crs(), survey);
    Geometry own = area == null ? null : QueryArea.in(layer, geometry, area);
    if (own == null || !own.isEmpty()) {
      readShapes(layer, query, group, own, new Inside(own, toSurvey), tallies);
    }
    return result(layer, group, survey.code(), tallies);
  }

  private void readValues(
      OpenLayer layer, FeatureQuery query, Field group, Map<@Nullable String, Tally> tallies) {
    store.read(
        layer.table(),
        query.withoutGeometry(),
        row -> {
          tally(tallies, group, row.value(0)).add(0, 0);
          return true;
        });
  }

  private void readShapes(
      OpenLayer layer,
      FeatureQuery query,
      Field group,
      @Nullable Geometry own,
      Inside inside,
      Map<@Nullable String, Tally> tallies) {
    FeatureQuery candidates = own == null ? query : query.box(Box.of(own.getEnvelopeInternal()));
    store.read(
        layer.table(),
        candidates,
        row -> {
          Geometry feature = row.geometry();
          if (feature == null) {
            if (own == null) {
              tally(tallies, group, row.value(0)).add(0, 0);
            }
            return true;
          }
          Geometry part = inside.of(feature);
          if (part != null) {
            double length = part.getDimension() == 1 ? part.getLength() : 0;
            tally(tallies, group, row.value(0)).add(part.getArea(), length);
          }
          return true;
        });
  }

  private static Tally tally(
      Map<@Nullable String, Tally> tallies, Field group, @Nullable Object value) {
    String code = value == null ? null : JsonValues.text(value);
    Tally tally = tallies.get(code);
    if (tally == null) {
      if (tallies.size() == MAX_GROUPS) {
        throw Problem.Invalid.parameter(
            "group",
            group.name(),
            Text.of(
                "取值不超过 " + MAX_GROUPS + " 种的字段", "a field of at most " + MAX_GROUPS + " values"));
      }
      tally = new Tally();
      tallies.put(code, tally);
    }
    return tally;
  }

  private Statistics result(
      OpenLayer layer, Field group, @Nullable String crs, Map<@Nullable String, Tally> tallies) {
    boolean lines = layer.definition().geometry() == GeometryKind.LINE;
    Tally total = new Tally();
    tallies
        .values()
        .forEach(
            tally -> {
              total.count += tally.count;
              total.area += tally.area;
              total.length += tally.length;
            });
    CodeList codes =
        group.codes() == null ? null : catalog.findCodeList(group.codes()).orElse(null);
    List<Share> shares = new ArrayList<>();
    tallies.forEach((code, tally) -> shares.add(share(code, tally, total, lines, codes)));
    shares.sort(
        Comparator.comparingDouble(Share::share)
            .reversed()
            .thenComparing(s -> s.code() == null ? "" : s.code()));
    return new Statistics(
        layer.layer().id(),
        group.name(),
        crs,
        new Statistics.Total(
            total.count, rounded(total.area), lines ? rounded(total.length) : null),
        shares);
  }

  private static Share share(
      @Nullable String code, Tally tally, Tally total, boolean lines, @Nullable CodeList codes) {
    CodeList.Entry entry = code == null || codes == null ? null : codes.find(code).orElse(null);
    Text title = entry != null ? entry.title() : code == null ? NO_VALUE : Text.same(code);
    double share =
        total.area > 0
            ? tally.area / total.area
            : total.length > 0 ? tally.length / total.length : (double) tally.count / total.count;
    return new Share(
        code,
        title,
        entry == null ? null : entry.color(),
        tally.count,
        rounded(tally.area),
        lines ? rounded(tally.length) : null,
        share);
  }

  /** To the square centimetre or the millimetre, which is finer than any survey. */
  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
