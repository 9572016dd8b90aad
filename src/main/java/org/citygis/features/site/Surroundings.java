package org.citygis.features.site;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.Field;
import org.citygis.geo.Geodesic;
import org.citygis.geo.LonLat;
import org.citygis.geo.Proximity;
import org.citygis.geo.Ruler;
import org.citygis.storage.ColumnType;
import org.citygis.text.CityTime;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** What lies around the site: the nearest features, or how many of each class. */
final class Surroundings {
  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

  /** Distances that are tried before the declared one, so that a dense layer is not read whole. */
  private static final double FIRST_METRES = 500;

  private final SiteRows rows;
  private final Catalog catalog;

  Surroundings(SiteRows rows, Catalog catalog) {
    this.rows = rows;
    this.catalog = catalog;
  }

  private record Candidate(ToldFeature feature, double metres) {}

  private static final Comparator<Candidate> NEAREST_FIRST =
      Comparator.comparingDouble(Candidate::metres).thenComparingLong(c -> c.feature.fid());

  Found nearest(Question question) {
    double within = question.part().withinMetres();
    Ruler ruler = ruler(question.site());
    List<Candidate> nearest = List.of();
    for (double metres = Math.min(FIRST_METRES, within); ; metres = Math.min(4 * metres, within)) {
      nearest = nearest(question, ruler, metres);
      if (nearest.size() == question.part().most() || metres == within) {
        break;
      }
    }
    List<ToldFeature> features = nearest.stream().map(Candidate::feature).toList();
    Found.Around around = new Found.Around(within, null, null);
    return features.isEmpty()
        ? question.nothing(around)
        : new Found(
            Wording.nearest(features.getFirst()),
            features.size(),
            features,
            null,
            null,
            null,
            around);
  }

  private List<Candidate> nearest(Question question, Ruler ruler, double metres) {
    int most = question.part().most();
    FeatureTeller teller = question.teller();
    PriorityQueue<Candidate> farthestFirst = new PriorityQueue<>(NEAREST_FIRST.reversed());
    rows.read(
        question.layer(),
        question.site(),
        metres,
        teller.fields(),
        Filter.INCLUDE,
        -1,
        question.deadline(),
        (row, shape) -> {
          Proximity near = ruler.to(shape);
          Candidate farthest = farthestFirst.peek();
          boolean full = farthestFirst.size() == most && farthest != null;
          if (near.metres() <= metres && !(full && near.metres() > farthest.metres)) {
            farthestFirst.add(
                new Candidate(
                    teller.tell(row, shape).near(seen(question.site(), near, shape)),
                    near.metres()));
            if (full) {
              farthestFirst.poll();
            }
          }
        });
    List<Candidate> nearest = new ArrayList<>(farthestFirst);
    nearest.sort(NEAREST_FIRST);
    return nearest;
  }

  private static Ruler ruler(Site site) {
    return new Ruler(site.lonLat(), site.survey());
  }

  /** A feature that meets the site is seen from the site's centre. */
  private static Proximity seen(Site site, Proximity near, Geometry shape) {
    if (near.metres() > 0) {
      return near;
    }
    LonLat place =
        site.lonLatOf(
            shape.getDimension() == 0
                ? shape.getCoordinate()
                : shape.getInteriorPoint().getCoordinate());
    LonLat centre = site.centre();
    return new Proximity(0, Geodesic.bearingDegrees(centre, place), centre, place);
  }

  /**
   * @param now the end of the span of time
   */
  Found count(Question question, OffsetDateTime now) {
    Field group = question.teller().groupField();
    double within = question.part().withinMetres();
    OffsetDateTime from =
        question.part().period() == null ? null : now.minus(question.part().period());
    Ruler ruler = ruler(question.site());
    Map<@Nullable String, Long> counts = new HashMap<>();
    rows.read(
        question.layer(),
        question.site(),
        within,
        question.teller().fields(),
        from == null ? Filter.INCLUDE : during(question, from.toInstant(), now.toInstant()),
        -1,
        question.deadline(),
        (row, shape) -> {
          if (ruler.to(shape).metres() <= within) {
            counts.merge(ClassTitles.code(question.teller().group(row)), 1L, Long::sum);
          }
        });
    Found.Around around = new Found.Around(within, from, from == null ? null : now);
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    if (total == 0 || group == null) {
      return question.nothing(around);
    }
    ClassTitles titles = new ClassTitles(group, catalog);
    List<ClassShare> classes = new ArrayList<>();
    counts.forEach(
        (code, count) ->
            classes.add(
                new ClassShare(
                    code,
                    titles.title(code),
                    titles.color(code),
                    count,
                    null,
                    (double) count / total)));
    classes.sort(
        Comparator.comparingLong(ClassShare::count)
            .reversed()
            .thenComparing(c -> c.code() == null ? "" : c.code()));
    return new Found(
        Wording.counted(total, within, from), total, List.of(), classes, null, null, around);
  }

  private static Filter during(Question question, Instant from, Instant to) {
    String name = question.layer().definition().time();
    boolean days =
        question.layer().definition().findField(String.valueOf(name)).stream()
            .anyMatch(field -> field.type() == ColumnType.DATE);
    Object first = days ? from.atZone(CityTime.ZONE).toLocalDate() : from;
    Object last = days ? to.atZone(CityTime.ZONE).toLocalDate() : to;
    return FILTERS.and(
        FILTERS.greaterOrEqual(FILTERS.property(name), FILTERS.literal(first)),
        FILTERS.lessOrEqual(FILTERS.property(name), FILTERS.literal(last)));
  }
}
