package org.citygis.export.shapefile;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citygis.format.Contents;
import org.citygis.format.FileColumn;
import org.citygis.text.CityTime;
import org.citygis.text.Spreadsheet;
import org.citygis.text.Text;

/** What lies beside the shapefiles: which field is which, and what the format could not take. */
final class ShapefileNotes {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final String LINE = "\r\n";

  private final Contents contents;
  private final ShapefileOptions options;
  private final List<String> names;
  private final List<List<DbfColumn>> parts;
  private final long split;

  /**
   * @param names of the fields as the .dbf has them
   * @param parts the fields of each .dbf
   * @param split rows that went to several files
   */
  ShapefileNotes(
      Contents contents,
      ShapefileOptions options,
      List<String> names,
      List<List<DbfColumn>> parts,
      long split) {
    this.contents = contents;
    this.options = options;
    this.names = names;
    this.parts = parts;
    this.split = split;
  }

  /** A table of the fields: their names in the layer, for people and in the .dbf. */
  String fields() {
    StringBuilder table = new StringBuilder("\uFEFF");
    row(table, "name", "alias_zh", "alias_en", "dbf_name", "type", "unit", "codes");
    for (int i = 0; i < contents.columns().size(); i++) {
      FileColumn column = contents.columns().get(i);
      String unit = column.label() == null ? column.field().unit() : null;
      row(
          table,
          column.name(),
          column.title().zh(),
          column.title().en(),
          names.get(i),
          type(i),
          unit == null ? "" : unit,
          column.codes() == null ? "" : column.codes());
    }
    return table.toString();
  }

  private String type(int index) {
    List<DbfColumn> all = parts.stream().map(part -> part.get(index)).toList();
    int width = all.stream().mapToInt(DbfColumn::width).max().orElse(0);
    int decimals = all.stream().mapToInt(DbfColumn::decimals).max().orElse(0);
    return all.getFirst().letter() + "(" + width + (decimals == 0 ? "" : "." + decimals) + ")";
  }

  private static void row(StringBuilder table, String... cells) {
    table.append(
        Stream.of(cells).map(ShapefileNotes::cell).collect(Collectors.joining(",", "", LINE)));
  }

  private static String cell(String text) {
    boolean formula = Spreadsheet.isLikeFormula(text);
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }

  /** What of the data the format could not take, with counts. */
  List<Text> losses() {
    List<Text> losses = new ArrayList<>();
    each(
        losses,
        DbfColumn::cut,
        Text.of(
            "字段 %s：%d 个文本超过 254 字节，已在字符边界截断",
            "Field %s: %d texts were longer than 254 bytes and were cut between characters"));
    each(
        losses,
        DbfColumn::replaced,
        Text.of(
            "字段 %%s：%%d 个文本含 %s 没有的字符，已写为 ?".formatted(options.charset().name()),
            "Field %%s: %%d texts have characters that %s lacks, written as ?"
                .formatted(options.charset().name())));
    each(
        losses,
        DbfColumn::unwritable,
        Text.of(
            "字段 %s：%d 个值无法用 DBF 表示，已留空",
            "Field %s: %d values cannot be written in a DBF and were left blank"));
    if (split > 0) {
      losses.add(
          Text.of(
              "%d 个要素含多种几何，已按类型分写到多个文件".formatted(split),
              "%d features have shapes of several kinds and were written to several files"
                  .formatted(split)));
    }
    return losses;
  }

  private void each(List<Text> losses, ToLongFunction<DbfColumn> count, Text pattern) {
    for (int i = 0; i < names.size(); i++) {
      int index = i;
      long sum = parts.stream().mapToLong(part -> count.applyAsLong(part.get(index))).sum();
      if (sum > 0) {
        losses.add(
            Text.of(
                pattern.zh().formatted(names.get(i), sum),
                pattern.en().formatted(names.get(i), sum)));
      }
    }
  }

  String readme() {
    Text title = contents.title();
    Text system = contents.target().description();
    StringBuilder text = new StringBuilder("\uFEFF");
    both(text, Text.of("图层：" + title.zh(), "Layer: " + title.en() + " (" + contents.id() + ")"));
    both(text, Text.of("坐标系：" + system.zh(), "Reference system: " + system.en()));
    if (contents.target().isShifted()) {
      both(
          text,
          Text.of(
              "没有 .prj：偏移后的经纬度不属于任何可登记的坐标系，请勿当作 WGS 84 使用。",
              "There is no .prj: shifted degrees belong to no registered system. Do not take them"
                  + " for WGS 84."));
    }
    String encoding = options.charset().name();
    both(text, Text.of("文字编码：" + encoding, "Text encoding: " + encoding));
    String made = MINUTE.format(ZonedDateTime.ofInstant(contents.made(), CityTime.ZONE));
    both(text, Text.of("导出时间：" + made, "Exported: " + made));
    if (!contents.filter().isEmpty()) {
      both(text, Text.of("筛选条件：" + contents.filter(), "Filter: " + contents.filter()));
    }
    both(text, Text.of("字段对照见 fields.csv", "Fields are explained in fields.csv"));
    losses().forEach(loss -> both(text, loss));
    return text.toString();
  }

  private static void both(StringBuilder text, Text line) {
    text.append(line.zh()).append(LINE).append(line.en()).append(LINE);
  }
}
