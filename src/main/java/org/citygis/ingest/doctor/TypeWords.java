package org.citygis.ingest.doctor;

import org.citygis.text.Text;

/** What types of fields and geometries are called. */
final class TypeWords {
  private TypeWords() {}

  /**
   * @param type a catalogue field's type, lower case
   */
  static Text ofField(String type) {
    return switch (type) {
      case "text" -> Text.of("文本", "text");
      case "integer" -> Text.of("整数", "integer");
      case "number" -> Text.of("数值", "number");
      case "boolean" -> Text.of("是/否", "yes or no");
      case "date" -> Text.of("日期", "date");
      case "datetime" -> Text.of("时间", "date and time");
      default -> Text.same(type);
    };
  }

  /**
   * @param type in JTS' words, lower case
   */
  static Text ofGeometry(String type) {
    return switch (type) {
      case "point" -> Text.of("点", "points");
      case "multipoint" -> Text.of("多点", "multipoints");
      case "linestring", "linearring" -> Text.of("线", "lines");
      case "multilinestring" -> Text.of("多线", "multilines");
      case "polygon" -> Text.of("面", "polygons");
      case "multipolygon" -> Text.of("多面", "multipolygons");
      case "geometrycollection" -> Text.of("几何集合", "collections");
      default -> Text.same(type);
    };
  }
}
