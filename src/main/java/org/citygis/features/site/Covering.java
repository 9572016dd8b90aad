package org.citygis.features.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private record Part(ToldFeature feature, @Nullable String code, Geometry ground, double size) {}

  Found find(Question question) {
    List<Part> parts = read(question);
    if (parts.isEmpty()) {
      return question.nothing();
    }
    return question.site().isArea() ? measured(question, parts) : named(question, parts);
  }

  private List<Part> read(Question question) {
    Site site = question.site();
    FeatureTeller teller = question.teller();
    Cut cut = new Cut(site.ground());
    List<Part> parts = new ArrayList<>();
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
          if (ground != null) {
            if (parts.size() == mostFeatures) {
              throw tooMany();
            }
            parts.add(
                new Part(
                    teller.tell(row, shape),
                    ClassTitles.code(teller.group(row)),
                    ground,
                    ground.getArea()));
          }
        });
    return parts;
  }

  private Problem.TooLarge tooMany() {
    return new Problem.TooLarge(
        Text.of(
            "该范围涉及的要素超过 %d 个，未作量算；请缩小范围。".formatted(mostFeatures),
            "More than %d features touch the site, which were not measured; ask for a smaller site."
                .formatted(mostFeatures)));
  }

  /** The smallest first: the most particular of what lies over one another. */
  private static Found named(Question question, List<Part> parts) {
    parts.sort(Comparator.comparingDouble(Part::size).thenComparingLong(p -> p.feature.fid()));
    List<ToldFeature> features =
        parts.stream().limit(question.part().most()).map(Part::feature).toList();
    return new Found(
        Wording.liesIn(features, parts.size()), parts.size(), features, null, null, null, null);
  }

  private Found measured(Question question, List<Part> parts) {
    double whole = question.site().areaSquareMetres();
    parts.sort(
        Comparator.comparingDouble(Part::size)
            .reversed()
            .thenComparingLong(part -> part.feature.fid()));
    List<ToldFeature> features =
        parts.stream()
            .limit(question.part().most())
            .map(p -> p.feature.covering(GroundArea.of(p.size), share(p.size, whole)))
            .toList();
    Map<@Nullable String, List<Part>> byClass = new LinkedHashMap<>();
    parts.forEach(p -> byClass.computeIfAbsent(p.code, code -> new ArrayList<>()).add(p));
    List<Geometry> unions = new ArrayList<>();
    List<ClassShare> classes = new ArrayList<>();
    Field group = question.teller().groupField();
    double sum = 0;
    for (Map.Entry<@Nullable String, List<Part>> each : byClass.entrySet()) {
      question.deadline().check();
      Geometry union = Cut.union(each.getValue().stream().map(Part::ground).toList());
      unions.add(union);
      sum += union.getArea();
      if (group != null) {
        classes.add(classShare(group, each.getKey(), each.getValue().size(), union, whole));
      }
    }
    classes.sort(
        Comparator.comparingDouble(ClassShare::share)
            .reversed()
            .thenComparing(c -> Objects.requireNonNullElse(c.code(), "")));
    double covered = unions.size() == 1 ? sum : Cut.union(unions).getArea();
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
      Field group, @Nullable String code, long count, Geometry union, double whole) {
    ClassTitles titles = new ClassTitles(group, catalog);
    return new ClassShare(
        code,
        titles.title(code),
        titles.color(code),
        count,
        GroundArea.of(union.getArea()),
        share(union.getArea(), whole));
  }

  private static double share(double part, double whole) {
    double share = part / whole;
    return share < NOISE ? 0 : Math.min(1, Math.round(share * 1e8) / 1e8);
  }
}
