package org.citygis.cli;

import java.io.PrintWriter;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import tools.jackson.databind.JsonNode;

/** An import report as lines of text: what is in the file and what is wrong with it. */
final class ReportLines {
  private static final int MOST_PROBLEMS = 20;

  private final PrintWriter out;
  private final Lang lang;

  ReportLines(PrintWriter out, Lang lang) {
    this.out = out;
    this.lang = lang;
  }

  /** Prints a report as JSON has it; returns how many warnings and errors it tells. */
  int print(JsonNode report) {
    int faults = problems(report.path("problems"), "");
    for (JsonNode dataset : report.path("datasets")) {
      out.println(
          Text.of("%s：%s，%s，%d 个要素，坐标系 %s，编码 %s", "%s: %s, %s, %d features, system %s, encoding %s")
              .in(lang)
              .formatted(
                  dataset.path("name").asString(),
                  dataset.path("format").asString(),
                  dataset.path("geometry").asString(),
                  dataset.path("count").asLong(),
                  dataset.path("crs").path("code").asString("-"),
                  dataset.path("encoding").path("name").asString("-")));
      faults += problems(dataset.path("problems"), "  ");
    }
    return faults;
  }

  private int problems(JsonNode problems, String indent) {
    int faults = 0;
    for (JsonNode problem : problems) {
      String severity = problem.path("severity").asString();
      if (!severity.equals("info")) {
        faults++;
      }
      if (faults <= MOST_PROBLEMS) {
        String row =
            problem.hasNonNull("row")
                ? Text.of("第 %d 行 ", "row %d ").in(lang).formatted(problem.path("row").asLong())
                : "";
        out.println(
            "%s%s %s%s"
                .formatted(
                    indent, severity, row, JobWatch.words(problem.path("message")).in(lang)));
      }
    }
    if (faults > MOST_PROBLEMS) {
      out.println(indent + Text.of("… 共 %d 个", "… %d in all").in(lang).formatted(faults));
    }
    return faults;
  }
}
