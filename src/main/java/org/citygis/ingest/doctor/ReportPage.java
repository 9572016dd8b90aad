package org.citygis.ingest.doctor;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.IntFunction;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Html;

/**
 * The report as a page that needs nothing else: no script, no picture, no server. For the screen,
 * to print, to send to whoever made the file.
 */
public final class ReportPage {
  private final ImportReport report;
  private final IntFunction<FaultFile> faults;
  private final Lang lang;

  private ReportPage(ImportReport report, IntFunction<FaultFile> faults, Lang lang) {
    this.report = report;
    this.faults = faults;
    this.lang = lang;
  }

  /**
   * @param faults the faults of each layer by its index
   */
  public static void write(
      ImportReport report, IntFunction<FaultFile> faults, Lang lang, Writer out)
      throws IOException {
    new ReportPage(report, faults, lang).write(out);
  }

  private void write(Writer out) throws IOException {
    String name =
        String.join(", ", report.files().stream().map(ImportReport.SentFile::name).toList());
    Html css = new Html(ReportStyle.CSS);
    Light light = light();
    out.write(
        Html.of(
                """
                <!DOCTYPE html>
                <html lang="{}"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <title>{} – {}</title><style>{}</style></head><body><main>
                <header><h1>{}</h1><p>{}</p></header>
                <p class="verdict {}"><span class="tag {}">{}</span><span>{}</span></p>
                """,
                lang.tag(),
                Text.of("数据检查报告", "Data report").in(lang),
                name,
                css,
                Text.of("数据检查报告", "Data report").in(lang),
                name,
                light.style(),
                light.style(),
                light.words().in(lang),
                verdict(light).in(lang))
            .markup());
    out.write(uploadProblems().markup());
    for (ImportReport.Dataset dataset : report.datasets()) {
      out.write(new DatasetSection(dataset, lang).write(faults.apply(dataset.index())).markup());
    }
    out.write(
        Html.of(
                "<footer>{}</footer></main></body></html>\n",
                Text.of(
                        "由 CityGIS（城图）生成。逐行问题清单另见 CSV 与 GeoJSON。",
                        "Made by CityGIS. Every problem, row by row, is in the CSV and the GeoJSON.")
                    .in(lang))
            .markup());
  }

  private Light light() {
    Light worst = report.datasets().isEmpty() || !report.hasHope() ? Light.BAD : Light.GOOD;
    for (ImportReport.Dataset dataset : report.datasets()) {
      Light light = Light.of(dataset);
      worst = light.compareTo(worst) > 0 ? light : worst;
    }
    return worst;
  }

  private Text verdict(Light light) {
    long rows = report.datasets().stream().mapToLong(ImportReport.Dataset::count).sum();
    long faulty = report.datasets().stream().mapToLong(ImportReport.Dataset::faultyRows).sum();
    int layers = report.datasets().size();
    return switch (light) {
      case GOOD ->
          Text.of(
              "%d 个图层、%,d 行数据均可导入，没有发现问题。".formatted(layers, rows),
              "%s with %,d rows can be imported; nothing is wrong."
                  .formatted(layers == 1 ? "One layer" : layers + " layers", rows));
      case FAIR ->
          Text.of(
              "可以导入，但 %,d 行中有 %,d 行有问题，导入前请看下面的建议。".formatted(rows, faulty),
              "It can be imported, but %,d of %,d rows have problems: read the advice below first."
                  .formatted(faulty, rows));
      case BAD ->
          Text.of(
              "暂时不能导入：" + report.gist().zh() + "。",
              "It cannot be imported yet: " + report.gist().en() + ".");
    };
  }

  private Html uploadProblems() {
    List<Html> items =
        report.problems().stream()
            .map(
                problem ->
                    Html.of(
                        "<tr><td><span class=\"tag {}\">{}</span></td><td>{}</td></tr>",
                        problem.severity().equals("info")
                            ? ""
                            : Light.of(problem.severity()).style(),
                        FaultCsv.severity(problem.severity()).in(lang),
                        problem.message().in(lang)))
            .toList();
    return items.isEmpty()
        ? Html.NONE
        : Html.of(
            "<section class=\"dataset\"><h2>{}</h2><table>{}</table></section>\n",
            Text.of("上传的文件", "What was sent").in(lang),
            items);
  }
}
