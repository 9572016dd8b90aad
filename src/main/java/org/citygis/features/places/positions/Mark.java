package org.citygis.features.places.positions;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What stands between the numbers of a position, with its writings in folded text. */
enum Mark {
  DEGREE("°", "º", "˚", "度", "deg", "d"),
  MINUTE("′", "'", "’", "‘", "´", "`", "分", "min"),
  SECOND("″", "\"", "”", "“", "''", "′′", "’’", "秒", "sec"),
  METRE("米", "m"),
  COMMA(",", ";", "、", "/", "|", "和"),
  EAST("东经", "东", "e", "east"),
  WEST("西经", "西", "w", "west"),
  NORTH("北纬", "北", "n", "north"),
  SOUTH("南纬", "南", "s", "south"),
  LON("经度", "lon", "lng", "long", "longitude"),
  LAT("纬度", "lat", "latitude"),
  X("x", "x坐标"),
  Y("y", "y坐标"),
  EASTING("横坐标", "东坐标", "easting"),
  NORTHING("纵坐标", "北坐标", "northing"),
  GCJ_02(
      "gcj-02", "gcj02", "gcj", "火星坐标系", "火星", "高德地图", "高德", "amap", "gaode", "腾讯地图", "腾讯",
      "tencent"),
  BD_09("bd-09", "bd09ll", "bd09", "百度地图", "百度", "baidu"),
  CGCS2000("cgcs2000", "cgcs 2000", "2000国家大地坐标系", "国家2000", "2000坐标系", "天地图"),
  WGS_84("wgs84", "wgs-84", "wgs 84", "gps"),
  EPSG("epsg"),
  ZONE_FOLLOWS("带号", "zone"),
  ZONE_BEFORE("号带", "带"),
  THREE_DEGREE_ZONES("3度带", "三度带", "3°带", "3-degree"),
  SIX_DEGREE_ZONES("6度带", "六度带", "6°带", "6-degree"),
  MERIDIAN("中央经线", "中央子午线", "cm"),
  LATITUDE_FIRST("geo:"),
  NOTHING("(", ")", "[", "]", "=", ":", "-", "+", "第", "坐标系", "坐标", "经纬度", "位置", "point");

  /** A writing of a mark. */
  record Word(String text, Mark mark) {

    /** Whether the word stands at a place of the text; letters beside it would make it another. */
    boolean isAt(String text, int at) {
      int end = at + this.text.length();
      return text.startsWith(this.text, at)
          && !(isLetter(this.text.charAt(0)) && at > 0 && isLetter(text.charAt(at - 1)))
          && !(isLetter(text.charAt(end - 1)) && end < text.length() && isLetter(text.charAt(end)));
    }

    private static boolean isLetter(char c) {
      return c >= 'a' && c <= 'z';
    }
  }

  /** All writings, the longest first. */
  static final List<Word> WORDS =
      Arrays.stream(values())
          .flatMap(mark -> Arrays.stream(mark.writings).map(text -> new Word(text, mark)))
          .sorted(Comparator.comparingInt((Word word) -> -word.text.length()))
          .toList();

  private final String[] writings;

  Mark(String... writings) {
    this.writings = writings;
  }

  /** Whether it says which axis a number belongs to. */
  boolean isLabel() {
    return compareTo(EAST) >= 0 && compareTo(NORTHING) <= 0;
  }

  boolean isUnit() {
    return compareTo(METRE) <= 0;
  }
}
