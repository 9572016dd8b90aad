package org.citygis.ingest.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.citygis.ingest.source.Defect;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Html;

/** One layer on the report's page: lights, problems with advice, a sketch, then the tables. */
final class DatasetSection {
  private static final int ROWS_NAMED = 5;

  private final ImportReport.Dataset dataset;
  private final Lang lang;

  DatasetSection(ImportReport.Dataset dataset, Lang lang) {
    this.dataset = dataset;
    this.lang = lang;
  }

  Html write(FaultFile faults) throws IOException {
    String code = dataset.crs().code();
    boolean degrees = code == null || dataset.extent() != null && isDegrees();
    return Html.of(
        """
        <section class="dataset"><h2>{}</h2><p class="facts">{}</p>
        <ul class="lights">{}</ul>
        {}{}{}
        </section>
        """,
        dataset.name(),
        facts(),
        Arrays.stream(Light.Aspect.values()).map(this::light).toList(),
        problems(),
        sketch(FaultSketch.draw(dataset.nativeExtent(), degrees, faults, lang)),
        new DatasetTables(dataset, lang).write());
  }

  private boolean isDegrees() {
    double[] box = dataset.nativeExtent();
    return box != null && Math.abs(box[0]) <= 180 && Math.abs(box[2]) <= 180;
  }

  private String facts() {
    String geometry =
        switch (dataset.geometry()) {
          case "point" -> word("点", "points");
          case "line" -> word("线", "lines");
          case "polygon" -> word("面", "polygons");
          case "mixed" -> word("混合几何", "mixed geometry");
          default -> word("无几何", "no geometry");
        };
    return word(
        "%s，%s，%,d 行，%d 个字段，%,d 个问题，涉及 %,d 行"
            .formatted(
                dataset.format(),
                geometry,
                dataset.count(),
                dataset.fields().size(),
                dataset.faults(),
                dataset.faultyRows()),
        "%s, %s, %,d rows, %d fields; %,d problems in %,d rows"
            .formatted(
                dataset.format(),
                geometry,
                dataset.count(),
                dataset.fields().size(),
                dataset.faults(),
                dataset.faultyRows()));
  }

  private Html light(Light.Aspect aspect) {
    Light light = Light.of(dataset, aspect);
    return Html.of(
        "<li class=\"{}\"><b>{}</b><i>{}</i><br><span>{}</span></li>",
        light.style(),
        aspect.title().in(lang),
        light.words().in(lang),
        gist(aspect));
  }

  private String gist(Light.Aspect aspect) {
    ImportReport.Encoding encoding = dataset.encoding();
    ImportReport.Shapes shapes = dataset.shapes();
    return switch (aspect) {
      case TEXT -> encoding == null ? "–" : encoding.name() + " " + percent(encoding.confidence());
      case REFERENCE ->
          dataset.crs().code() == null
              ? word("未知", "not known")
              : dataset.crs().code() + " " + percent(dataset.crs().confidence());
      case GEOMETRY ->
          word(
              "无效 %,d，缺失 %,d，重复 %,d"
                  .formatted(shapes.invalid(), shapes.missing(), shapes.duplicates()),
              "%,d invalid, %,d missing, %,d duplicates"
                  .formatted(shapes.invalid(), shapes.missing(), shapes.duplicates()));
      case ATTRIBUTES ->
          word(
              "%d 个字段，代码不符 %,d".formatted(dataset.fields().size(), violations()),
              "%d fields, %,d unknown codes".formatted(dataset.fields().size(), violations()));
    };
  }

  private long violations() {
    return dataset.codes().stream().mapToLong(ImportReport.Codes::count).sum();
  }

  private static String percent(double confidence) {
    return Math.round(confidence * 100) + "%";
  }

  private Html problems() {
    if (dataset.problems().isEmpty()) {
      return Html.NONE;
    }
    Map<String, List<ImportReport.Problem>> byCode =
        dataset.problems().stream()
            .collect(
                Collectors.groupingBy(
                    ImportReport.Problem::code, LinkedHashMap::new, Collectors.toList()));
    List<Map.Entry<String, List<ImportReport.Problem>>> order = new ArrayList<>(byCode.entrySet());
    order.sort(
        (a, b) ->
            Light.of(b.getValue().getFirst().severity())
                .compareTo(Light.of(a.getValue().getFirst().severity())));
    return Html.of(
        "<h3>{}</h3><div class=\"wide\"><table><tr><th></th><th>{}</th><th>{}</th><th>{}</th></tr>{}</table></div>",
        word("问题与建议", "Problems, and what to do"),
        word("问题", "Problem"),
        word("数量", "How many"),
        word("行", "Rows"),
        order.stream().map(entry -> problem(entry.getKey(), entry.getValue())).toList());
  }

  private Html problem(String code, List<ImportReport.Problem> examples) {
    ImportReport.Problem first = examples.getFirst();
    Light light = Light.of(first.severity());
    Defect defect = Defect.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    Html advice =
        Advice.find(defect)
            .map(text -> Html.of("<span class=\"todo\">→ {}</span>", text.in(lang)))
            .orElse(Html.NONE);
    List<String> rows =
        examples.stream()
            .filter(problem -> problem.row() != null)
            .limit(ROWS_NAMED)
            .map(problem -> String.valueOf(problem.row()))
            .toList();
    long count = dataset.problemCounts().getOrDefault(code, (long) examples.size());
    return Html.of(
        "<tr><td><span class=\"tag {}\">{}</span></td><td>{}{}</td><td class=\"n\">{}</td><td>{}{}</td></tr>",
        first.severity().equals("info") ? "" : light.style(),
        FaultCsv.severity(defect.severity()).in(lang),
        first.message().in(lang),
        advice,
        "%,d".formatted(count),
        String.join(", ", rows),
        rows.size() < count && !rows.isEmpty() ? " …" : "");
  }

  private Html sketch(Html drawn) {
    return drawn == Html.NONE
        ? Html.NONE
        : Html.of(
            "<h3>{}</h3>{}",
            word("范围与问题位置（红点为问题）", "Extent, and where the problems are (red)"),
            drawn);
  }

  private String word(String zh, String en) {
    return Text.of(zh, en).in(lang);
  }
}
