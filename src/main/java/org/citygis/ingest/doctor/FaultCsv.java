package org.citygis.ingest.doctor;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.citygis.ingest.source.Severity;
import org.citygis.text.Lang;
import org.citygis.text.Spreadsheet;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** All faults of a layer as a table that spreadsheets open: a line per fault, in one language. */
public final class FaultCsv {
  private static final List<Text> HEADER =
      List.of(
          Text.of("行号", "row"),
          Text.of("代码", "code"),
          Text.of("级别", "severity"),
          Text.of("说明", "message"),
          Text.of("字段", "field"),
          Text.of("值", "value"),
          Text.of("x", "x"),
          Text.of("y", "y"),
          Text.of("修复结果", "repair"),
          Text.of("面积变化（平方米）", "area change (m²)"));

  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,30}(\\.\\d{1,30})?");

  private FaultCsv() {}

  /** Writes UTF-8's byte order mark first, without which spreadsheets garble Chinese. */
  public static void write(FaultFile faults, Lang lang, Writer out) throws IOException {
    out.write('\uFEFF');
    CSVPrinter csv = new CSVPrinter(out, CSVFormat.EXCEL);
    csv.printRecord(HEADER.stream().map(title -> title.in(lang)).toList());
    faults.read(fault -> line(csv, fault, lang));
    csv.flush();
  }

  private static void line(CSVPrinter csv, Fault fault, Lang lang) throws IOException {
    csv.print(fault.row() == 0 ? "" : fault.row());
    csv.print(fault.defect().code());
    csv.print(severity(fault.defect().severity()).in(lang));
    csv.print(safe(fault.message().in(lang)));
    csv.print(safe(fault.field()));
    csv.print(safe(fault.value()));
    csv.print(fault.place() == null ? "" : fault.place().x);
    csv.print(fault.place() == null ? "" : fault.place().y);
    csv.print(fault.repair() == null ? "" : fault.repair().words().in(lang));
    csv.print(fault.areaChange() == null ? "" : fault.areaChange());
    csv.println();
  }

  static Text severity(Severity severity) {
    return switch (severity) {
      case INFO -> Text.of("提示", "remark");
      case WARNING -> Text.of("警告", "warning");
      case ERROR -> Text.of("错误", "error");
    };
  }

  /**
   * @param tag as {@link Severity#tag()} gives it
   */
  static Text severity(String tag) {
    return severity(Severity.valueOf(tag.toUpperCase(Locale.ROOT)));
  }

  /** A text that a spreadsheet would take for a formula is marked as text. */
  private static String safe(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    return Spreadsheet.isLikeFormula(text) && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }
}
