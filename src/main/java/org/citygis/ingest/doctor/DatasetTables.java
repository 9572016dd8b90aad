package org.citygis.ingest.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Html;
import org.jspecify.annotations.Nullable;

/** The tables of one layer on the report's page. */
final class DatasetTables {
  private final ImportReport.Dataset dataset;
  private final Lang lang;

  DatasetTables(ImportReport.Dataset dataset, Lang lang) {
    this.dataset = dataset;
    this.lang = lang;
  }

  Html write() {
    return Html.of(
        "{}{}{}{}{}{}{}", encoding(), reference(), shift(), shapes(), fields(), codes(), keys());
  }

  private Html encoding() {
    ImportReport.Encoding encoding = dataset.encoding();
    if (encoding == null || encoding.candidates().isEmpty()) {
      return Html.NONE;
    }
    List<ImportReport.Encoding.Candidate> candidates = encoding.candidates();
    List<Html> head =
        candidates.stream()
            .map(
                candidate ->
                    Html.of(
                        "<th>{}{} {}%</th>",
                        candidate.name().equals(encoding.name()) ? "✓ " : "",
                        candidate.name(),
                        Math.round(candidate.confidence() * 100)))
            .toList();
    int most = candidates.stream().mapToInt(candidate -> candidate.sample().size()).max().orElse(0);
    List<Html> rows = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      int row = i;
      rows.add(
          Html.of(
              "<tr>{}</tr>",
              candidates.stream()
                  .map(
                      candidate ->
                          Html.of(
                              "<td>{}</td>",
                              row < candidate.sample().size() ? candidate.sample().get(row) : ""))
                  .toList()));
    }
    return table(word("同一文字在各编码下的样子", "The same texts in each encoding"), head, rows);
  }

  private Html reference() {
    if (dataset.crs().candidates().isEmpty()) {
      return Html.NONE;
    }
    List<Html> rows =
        dataset.crs().candidates().stream()
            .map(
                candidate ->
                    Html.of(
                        "<tr class=\"{}\"><td><code>{}</code></td><td>{}</td><td class=\"n\">{}%</td><td>{}</td></tr>",
                        Objects.equals(candidate.code(), dataset.crs().code()) ? "chosen" : "",
                        candidate.code(),
                        candidate.name(),
                        Math.round(candidate.confidence() * 100),
                        candidate.reason().in(lang)))
            .toList();
    return table(
        word("坐标系候选", "Candidates for the reference system"),
        heads("EPSG", word("名称", "Name"), word("可信度", "Confidence"), word("理由", "Reason")),
        rows);
  }

  private Html shift() {
    ImportReport.ShiftReport shift = dataset.shift();
    if (shift == null) {
      return Html.NONE;
    }
    String corrected =
        shift.corrected() == null
            ? ""
            : word(
                "已纠正 " + name(shift.corrected()) + "。",
                name(shift.corrected()) + " was taken back. ");
    String found =
        shift.suspect() == null
            ? word(
                "与图层 %s 比较 %d 处，没有发现地图服务的偏移。".formatted(shift.reference(), shift.sample()),
                "%d places were compared with layer %s; no displacement of a map service was found."
                    .formatted(shift.sample(), shift.reference()))
            : word(
                "疑似 %s 偏移约 %.1f 米（可信度 %d%%，与图层 %s 比较 %d 处）。"
                    .formatted(
                        name(shift.suspect()),
                        shift.offsetMetres(),
                        Math.round(shift.confidence() * 100),
                        shift.reference(),
                        shift.sample()),
                "It seems to be displaced as %s is, by %.1f m (confidence %d%%, %d places compared with layer %s)."
                    .formatted(
                        name(shift.suspect()),
                        shift.offsetMetres(),
                        Math.round(shift.confidence() * 100),
                        shift.sample(),
                        shift.reference()));
    return Html.of("<h3>{}</h3><p>{}{}</p>", word("偏移", "Displacement"), corrected, found);
  }

  private static String name(String shift) {
    return shift.equals("gcj02") ? "GCJ-02" : "BD-09";
  }

  private Html shapes() {
    ImportReport.Shapes shapes = dataset.shapes();
    if (shapes.types().isEmpty() && shapes.missing() == 0) {
      return Html.NONE;
    }
    List<Html> rows = new ArrayList<>();
    rows.add(pair(word("类型", "Types"), types(shapes)));
    rows.add(pair(word("没有几何", "Without geometry"), number(shapes.missing())));
    rows.add(pair(word("空几何", "Empty"), number(shapes.empty())));
    rows.add(
        pair(
            word("无效（其中可修复）", "Invalid (of these can be repaired)"),
            number(shapes.invalid()) + " (" + number(shapes.repairable()) + ")"));
    rows.add(pair(word("整行重复", "Rows that copy another"), number(shapes.duplicates())));
    rows.add(pair(word("仅几何重复", "Same geometry only"), number(shapes.same())));
    rows.add(pair(word("碎屑多边形", "Slivers"), number(shapes.slivers())));
    rows.add(pair(word("在本市之外", "Outside the city"), number(shapes.outside())));
    ImportReport.Repairs repairs = dataset.repair();
    if (repairs != null && repairs.areaBefore() != null && repairs.areaAfter() != null) {
      rows.add(
          pair(
              word("可修复几何的面积：修复前 → 修复后", "Area of those that can be repaired: before → after"),
              "%,.2f → %,.2f m²".formatted(repairs.areaBefore(), repairs.areaAfter())));
    }
    return table(word("几何", "Geometry"), List.of(), rows);
  }

  private String types(ImportReport.Shapes shapes) {
    return shapes.types().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry -> TypeWords.ofGeometry(entry.getKey()).in(lang) + " " + number(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private Html fields() {
    if (dataset.fields().isEmpty()) {
      return Html.NONE;
    }
    List<Html> rows =
        dataset.fields().stream()
            .map(
                field ->
                    Html.of(
                        "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
                        field.name(),
                        field.declared(),
                        TypeWords.ofField(field.type()).in(lang),
                        field.inferred() == null
                            ? null
                            : TypeWords.ofField(field.inferred()).in(lang),
                        number(field.nulls()),
                        number(field.beyond() + field.unparsed()),
                        field.sample()))
            .toList();
    return table(
        word("字段", "Fields"),
        heads(
            word("字段", "Field"),
            word("目标字段全名", "Target's full name"),
            word("类型", "Type"),
            word("按内容看", "By content"),
            word("空值", "Empty"),
            word("不合目标类型", "Do not fit the target"),
            word("样例", "Example")),
        rows);
  }

  private Html codes() {
    List<Html> rows = new ArrayList<>();
    for (ImportReport.Codes codes : dataset.codes()) {
      for (ImportReport.Violation violation : codes.violations()) {
        rows.add(code(codes, violation.value(), violation.count()));
      }
      if (codes.others() > 0) {
        rows.add(code(codes, word("其他值", "other values"), codes.others()));
      }
    }
    return rows.isEmpty()
        ? Html.NONE
        : table(
            word("不在代码表中的值", "Values that are in no code list"),
            heads(
                word("字段", "Field"),
                word("代码表", "Code list"),
                word("值", "Value"),
                word("行数", "Rows")),
            rows);
  }

  private static Html code(ImportReport.Codes codes, String value, long count) {
    return Html.of(
        "<tr><td>{}</td><td>{}</td><td>{}</td><td class=\"n\">{}</td></tr>",
        codes.field(),
        codes.codes(),
        value,
        number(count));
  }

  private Html keys() {
    List<Html> rows =
        dataset.keys().stream()
            .map(
                key ->
                    Html.of(
                        "<tr><td>{}</td><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
                        key.field(),
                        key.unique() ? word("是", "yes") : word("否", "no"),
                        number(key.duplicates()),
                        number(key.nulls())))
            .toList();
    return rows.isEmpty()
        ? Html.NONE
        : table(
            word("关键字段", "Key"),
            heads(
                word("字段", "Field"),
                word("唯一", "Unique"),
                word("重复", "Duplicates"),
                word("空值", "Empty")),
            rows);
  }

  private static Html pair(String title, @Nullable String value) {
    return Html.of("<tr><td>{}</td><td class=\"n\">{}</td></tr>", title, value);
  }

  private static List<Html> heads(String... titles) {
    return List.of(titles).stream().map(title -> Html.of("<th>{}</th>", title)).toList();
  }

  private static Html table(String title, List<Html> head, List<Html> rows) {
    return Html.of(
        "<h3>{}</h3><div class=\"wide\"><table><tr>{}</tr>{}</table></div>\n", title, head, rows);
  }

  private static String number(long value) {
    return "%,d".formatted(value);
  }

  private String word(String zh, String en) {
    return Text.of(zh, en).in(lang);
  }
}
