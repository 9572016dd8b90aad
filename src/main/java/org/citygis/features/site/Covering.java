package org.citygis.features.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.Field;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The features in which the site lies, and for an area how much of it each of them and each class
 * covers, reckoned in the site's survey system.
 */
final class Covering {
  /** Shares of less than a square centimetre in a hectare are the noise of reckoning. */
  private static final double NOISE = 1e-8;

  private final SiteRows rows;
  private final Catalog catalog;
  private final int mostFeatures;

  Covering(SiteRows rows, Catalog catalog, int mostFeatures) {
    this.rows = rows;
    this.catalog = catalog;
    this.mostFeatures = mostFeatures;
  }

  /** The ground that a feature covers. */
  private record Part(@Nullable String code, Geometry ground) {}

  /** A feature that may be listed. */
  private record Listed(ToldFeature feature, double size) {}

  /** Of an area the largest part first; of a place the smallest feature, the most particular. */
  private static Comparator<Listed> order(Site site) {
    Comparator<Listed> bySize = Comparator.comparingDouble(Listed::size);
    return (site.isArea() ? bySize.reversed() : bySize)
        .thenComparingLong(listed -> listed.feature.fid());
  }

  Found find(Question question) {
    List<Part> parts = new ArrayList<>();
    PriorityQueue<Listed> lastFirst = new PriorityQueue<>(order(question.site()).reversed());
    read(question, parts, lastFirst);
    if (parts.isEmpty()) {
      return question.nothing();
    }
    List<Listed> listed = new ArrayList<>(lastFirst);
    listed.sort(order(question.site()));
    return question.site().isArea()
        ? measured(question, parts, listed)
        : named(parts.size(), listed);
  }

  private void read(Question question, List<Part> parts, PriorityQueue<Listed> lastFirst) {
    Site site = question.site();
    FeatureTeller teller = question.teller();
    Cut cut = new Cut(site.ground());
    rows.read(
        question.layer(),
        site,
        0,
        teller.fields(),
        Filter.INCLUDE,
        -1,
        question.deadline(),
        (row, shape) -> {
          Geometry ground =
              site.isArea() ? cut.of(shape) : shape.intersects(site.ground()) ? shape : null;
          if (ground == null) {
            return;
          }
          if (parts.size() == mostFeatures) {
            throw tooMany();
          }
          parts.add(new Part(ClassTitles.code(teller.group(row)), ground));
          double size = ground.getArea();
          Listed last = lastFirst.peek();
          boolean full = lastFirst.size() == question.part().most() && last != null;
          // Only what will be listed is put into words.
          if (!full || (site.isArea() ? size >= last.size : size <= last.size)) {
            lastFirst.add(new Listed(teller.tell(row, shape), size));
            if (full) {
              lastFirst.poll();
            }
          }
        });
  }

  private Problem.TooLarge tooMany() {
    return new Problem.TooLarge(
        Text.of(
            "该范围涉及的要素超过 %d 个，未作量算；请缩小范围。".formatted(mostFeatures),
            "More than %d features touch the site, which were not measured; ask for a smaller site."
                .formatted(mostFeatures)));
  }

  private static Found named(long total, List<Listed> listed) {
    List<ToldFeature> features = listed.stream().map(Listed::feature).toList();
    return new Found(Wording.liesIn(features, total), total, features, null, null, null, null);
  }

  private Found measured(Question question, List<Part> parts, List<Listed> listed) {
    double whole = question.site().areaSquareMetres();
    List<ToldFeature> features =
        listed.stream()
            .map(l -> l.feature.covering(GroundArea.of(l.size), share(l.size, whole)))
            .toList();
    CoveredGround ground =
        new CoveredGround(parts.stream().map(Part::ground).toList(), question.deadline());
    Map<@Nullable String, List<Integer>> byClass = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      byClass.computeIfAbsent(parts.get(i).code, code -> new ArrayList<>()).add(i);
    }
    List<ClassShare> classes = new ArrayList<>();
    Field group = question.teller().groupField();
    double sum = 0;
    for (Map.Entry<@Nullable String, List<Integer>> each : byClass.entrySet()) {
      question.deadline().check();
      double area = ground.area(each.getValue());
      sum += area;
      if (group != null) {
        classes.add(classShare(group, each.getKey(), each.getValue().size(), area, whole));
      }
    }
    classes.sort(
        Comparator.comparingDouble(ClassShare::share)
            .reversed()
            .thenComparing(c -> Objects.requireNonNullElse(c.code(), "")));
    double covered = byClass.size() == 1 ? sum : ground.area();
    double rest = Math.max(0, whole - covered);
    return new Found(
        Wording.covered(parts.size(), share(covered, whole)),
        parts.size(),
        features,
        group == null ? null : classes,
        new Found.Uncovered(GroundArea.of(rest < whole * NOISE ? 0 : rest), share(rest, whole)),
        sum - covered > whole * 1e-6,
        null);
  }

  private ClassShare classShare(
      Field group, @Nullable String code, long count, double area, double whole) {
    ClassTitles titles = new ClassTitles(group, catalog);
    return new ClassShare(
        code,
        titles.title(code),
        titles.color(code),
        count,
        GroundArea.of(area),
        share(area, whole));
  }

  private static double share(double part, double whole) {
    double share = part / whole;
    return share < NOISE ? 0 : Math.min(1, Math.round(share * 1e8) / 1e8);
  }
}
