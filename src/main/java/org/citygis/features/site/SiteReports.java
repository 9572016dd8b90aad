package org.citygis.features.site;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.Department;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.SitePart;
import org.citygis.catalog.SitePart.How;
import org.citygis.features.labels.FieldLabels;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.FeatureStore;
import org.citygis.text.CityTime;
import org.citygis.text.Text;
import org.citygis.web.DatabaseFailures;
import org.citygis.web.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Asks every layer that takes part and that the user may see what it knows of a site, one after the
 * other. A layer that fails or takes too long is told so; the others answer all the same.
 */
@Component
@EnableConfigurationProperties(SiteSettings.class)
class SiteReports {
  private static final Logger LOG = LoggerFactory.getLogger(SiteReports.class);

  private final Layers layers;
  private final Catalog catalog;
  private final FieldLabels labels;
  private final Covering covering;
  private final Surroundings surroundings;
  private final SiteSettings settings;
  private final Clock clock;

  SiteReports(
      Layers layers,
      Catalog catalog,
      FieldLabels labels,
      FeatureStore store,
      SiteSettings settings,
      Clock clock) {
    SiteRows rows = new SiteRows(store);
    this.layers = layers;
    this.catalog = catalog;
    this.labels = labels;
    this.covering = new Covering(rows, catalog, settings.mostFeatures());
    this.surroundings = new Surroundings(rows, catalog);
    this.settings = settings;
    this.clock = clock;
  }

  /** A layer with its part in the report. */
  record Asked(OpenLayer layer, SitePart part, Department department) {}

  /**
   * Who will be asked, in the report's order.
   *
   * @param only ids of layers, empty for all
   * @throws Problem.Invalid for the id of a layer that takes no part or that the user may not see
   */
  List<Asked> asked(User user, Set<String> only) {
    Map<String, Department> departments =
        catalog.departments().stream()
            .collect(Collectors.toMap(Department::id, Function.identity()));
    List<Asked> asked = new ArrayList<>();
    for (OpenLayer layer : layers.list(user, Action.QUERY)) {
      Department department = departments.get(layer.definition().department());
      for (SitePart part : catalog.siteParts(layer.layer().id())) {
        if (department != null && (only.isEmpty() || only.contains(layer.layer().id()))) {
          asked.add(new Asked(layer, part, department));
        }
      }
    }
    asked.sort(
        Comparator.comparingInt((Asked each) -> each.part.order())
            .thenComparing(each -> each.department.order())
            .thenComparing(each -> each.layer.layer().id()));
    for (String id : only) {
      if (asked.stream().noneMatch(each -> each.layer.layer().id().equals(id))) {
        throw Problem.Invalid.parameter(
            "layers", id, Text.of("参与地块报告的图层", "a layer that takes part in the site report"));
      }
    }
    return asked;
  }

  SiteReport make(Site site, User user, List<Asked> asked) {
    List<Section> sections = new ArrayList<>();
    OffsetDateTime now = now();
    each(site, asked, now, sections::add);
    return report(site, user, now, sections);
  }

  OffsetDateTime now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(CityTime.ZONE).toOffsetDateTime();
  }

  static SiteReport report(Site site, User user, OffsetDateTime now, List<Section> sections) {
    return new SiteReport(
        SiteReport.Place.of(site),
        now,
        Text.of(user.titleZh(), user.titleEn()),
        SiteReport.DISCLAIMER,
        sections);
  }

  /** Hands the sections over as they become known. */
  void each(Site site, List<Asked> asked, OffsetDateTime now, Consumer<Section> taker) {
    Deadline all = Deadline.in(settings.reportTime());
    for (Asked each : asked) {
      if (each.part.how() != How.BACKDROP) {
        taker.accept(section(site, each, now, all));
      }
    }
  }

  private Section section(Site site, Asked asked, OffsetDateTime now, Deadline all) {
    Deadline deadline = all.within(settings.sectionTime());
    try {
      deadline.check();
      FeatureTeller teller = new FeatureTeller(asked.layer, asked.part, site.survey(), labels);
      Question question = new Question(asked.layer, asked.part, site, teller, deadline);
      Found found =
          switch (asked.part.how()) {
            case CONTAINS, OVERLAP -> covering.find(question);
            case NEAREST -> surroundings.nearest(question);
            case COUNT -> surroundings.count(question, now);
            case BACKDROP -> question.nothing();
          };
      return Section.of(asked.layer, asked.part, asked.department, found);
    } catch (RuntimeException e) {
      return Section.failed(asked.layer, asked.part, asked.department, why(asked, deadline, e));
    }
  }

  /** One section that fails is told in its place; the reader must not lose the others by it. */
  private static Text why(Asked asked, Deadline deadline, RuntimeException failure) {
    if (failure instanceof Problem problem) {
      return problem.detail();
    }
    String layer = asked.layer.layer().id();
    LOG.warn("site report, layer {}: {}", layer, failure.toString());
    if (deadline.isOver()) {
      return deadline.over().detail();
    }
    return DatabaseFailures.find(failure)
        .map(Problem::detail)
        .orElseGet(
            () -> {
              LOG.error("site report, layer {} failed", layer, failure);
              return Text.of("此项查询失败，已记入日志。", "This section failed; the failure has been logged.");
            });
  }
}
