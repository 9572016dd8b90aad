package org.citygis.features.statistics;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Selection;
import org.citygis.features.area.QueryArea;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.geo.SurveySystem;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.citygis.storage.Grouping;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * Counts and measures the features of a layer by class. Where nothing is cut off and the layer's
 * own system is the one of the reckoning, the database adds up; else features are read once, one by
 * one.
 */
@Component
class Census {
  private final FeatureStore store;
  private final Ranking ranking;

  Census(FeatureStore store, Ranking ranking) {
    this.store = store;
    this.ranking = ranking;
  }

  /**
   * @param area a valid polygon in longitude and latitude, null for the whole layer
   */
  Statistics take(OpenLayer layer, CensusQuestion question, @Nullable Geometry area) {
    Tallies tallies = new Tallies(question);
    FeatureQuery query = Selection.of(layer, question.conditions()).fields(question.columns());
    GeometryColumn geometry = layer.table().geometry();
    if (geometry == null) {
      // What has no place is not inside any.
      if (area == null && !isAddedUp(layer, question, query, tallies)) {
        readValues(layer, query, question, tallies);
      }
      return ranking.of(layer, question, null, tallies);
    }
    Crs survey = SurveySystem.of(geometry.crs(), layer.layer().currentVersion().bbox());
    Reprojection toSurvey = Reprojection.between(geometry.crs(), survey);
    Geometry own = area == null ? null : QueryArea.in(layer, geometry, area);
    boolean whole = own == null && (toSurvey.isIdentity() || isOfPoints(geometry));
    if (!(whole && isAddedUp(layer, question, query, tallies)) && (own == null || !own.isEmpty())) {
      readShapes(layer, query, question, own, new Inside(own, toSurvey), tallies);
    }
    return ranking.of(layer, question, survey.code(), tallies);
  }

  private static boolean isOfPoints(GeometryColumn geometry) {
    return geometry.type() == GeometryColumn.Type.POINT
        || geometry.type() == GeometryColumn.Type.MULTIPOINT;
  }

  /** Lets the database add up; false where it cannot. */
  private boolean isAddedUp(
      OpenLayer layer, CensusQuestion question, FeatureQuery query, Tallies tallies) {
    GeometryColumn geometry = layer.table().geometry();
    boolean measured = geometry != null && !isOfPoints(geometry);
    Grouping grouping =
        new Grouping(question.groupNames(), question.sumNames(), measured, Tallies.MAX_GROUPS + 1);
    return store.group(
        layer.table(), query, grouping, group -> tallies.of(group.keys()).add(group));
  }

  private void readValues(
      OpenLayer layer, FeatureQuery query, CensusQuestion question, Tallies tallies) {
    store.read(
        layer.table(),
        query.withoutGeometry(),
        row -> {
          tally(row, question, tallies).add(0, 0);
          return true;
        });
  }

  private void readShapes(
      OpenLayer layer,
      FeatureQuery query,
      CensusQuestion question,
      @Nullable Geometry own,
      Inside inside,
      Tallies tallies) {
    FeatureQuery candidates = own == null ? query : query.box(Box.of(own.getEnvelopeInternal()));
    store.read(
        layer.table(),
        candidates,
        row -> {
          Geometry feature = row.geometry();
          if (feature == null) {
            if (own == null) {
              tally(row, question, tallies).add(0, 0);
            }
            return true;
          }
          Geometry part = inside.of(feature);
          if (part != null) {
            double length = part.getDimension() == 1 ? part.getLength() : 0;
            tally(row, question, tallies).add(part.getArea(), length);
          }
          return true;
        });
  }

  /** The tally of the row's class, with its numbers added. */
  private static Tally tally(FeatureRow row, CensusQuestion question, Tallies tallies)
      throws SQLException {
    List<@Nullable Object> keys = new ArrayList<>();
    int groups = question.groups().size();
    for (int i = 0; i < groups; i++) {
      keys.add(row.value(i));
    }
    Tally tally = tallies.of(keys);
    for (int i = 0; i < question.sums().size(); i++) {
      tally.add(i, row.value(groups + i));
    }
    return tally;
  }
}
