package org.citygis.style.derive;

import java.util.ArrayList;
import java.util.List;
import org.citygis.text.Text;

/**
 * Colours in order, told apart by people with any colour vision: ordered ones rise or fall in
 * lightness throughout, diverging ones from their middle, and qualitative ones differ in lightness
 * as well as hue. Viridis and Cividis are those of Matplotlib (CC0); the qualitative colours are
 * those that Okabe and Ito, and Paul Tol, published.
 */
enum Ramp {
  VIRIDIS(
      "viridis",
      "绿紫",
      "Viridis",
      Kind.ORDERED,
      "#fde725",
      "#7ad151",
      "#22a884",
      "#2a788e",
      "#414487",
      "#440154"),
  CIVIDIS(
      "cividis",
      "黄蓝",
      "Cividis",
      Kind.ORDERED,
      "#fee838",
      "#bbaf71",
      "#7c7b78",
      "#3f4d6b",
      "#00224e"),
  BLUES(
      "blues", "蓝色", "Blues", Kind.ORDERED, "#eaf3fb", "#b5d3ea", "#6fa8d3", "#2f78b4", "#0b3e75"),
  TEALS(
      "teals", "青色", "Teals", Kind.ORDERED, "#e6f4f1", "#abd9d0", "#62b3a9", "#21837e", "#06504f"),
  ORANGES(
      "oranges",
      "橙色",
      "Oranges",
      Kind.ORDERED,
      "#fff2dc",
      "#fdc98a",
      "#f28f3b",
      "#c8581a",
      "#7a2b0b"),
  PURPLES(
      "purples",
      "紫色",
      "Purples",
      Kind.ORDERED,
      "#f3eef8",
      "#cfbde2",
      "#a184c4",
      "#70489c",
      "#3f1a68"),
  GREYS(
      "greys", "灰色", "Greys", Kind.ORDERED, "#f2f2f2", "#c4c4c4", "#8c8c8c", "#545454", "#1f1f1f"),
  SUNSET(
      "sunset",
      "蓝红",
      "Blue to red",
      Kind.DIVERGING,
      "#364b9a",
      "#6ea6cd",
      "#c2e4ef",
      "#eaeccc",
      "#feda8b",
      "#f67e4b",
      "#a50026"),
  BROWN_TEAL(
      "brown-teal",
      "棕青",
      "Brown to teal",
      Kind.DIVERGING,
      "#7a4a12",
      "#c99a52",
      "#f1e4c8",
      "#f5f5f5",
      "#cbe7e2",
      "#5fb0a4",
      "#0f5f57"),
  OKABE_ITO(
      "okabe-ito",
      "Okabe-Ito 分类色",
      "Okabe and Ito",
      Kind.QUALITATIVE,
      "#e69f00",
      "#56b4e9",
      "#009e73",
      "#f0e442",
      "#0072b2",
      "#d55e00",
      "#cc79a7",
      "#999999"),
  MUTED(
      "muted",
      "Tol 柔和分类色",
      "Tol muted",
      Kind.QUALITATIVE,
      "#332288",
      "#88ccee",
      "#44aa99",
      "#117733",
      "#999933",
      "#ddcc77",
      "#cc6677",
      "#882255",
      "#aa4499");

  /** What the order of the colours says. */
  enum Kind {
    ORDERED,
    DIVERGING,
    QUALITATIVE
  }

  private final String id;
  private final Text title;
  private final Kind kind;
  private final List<String> stops;

  Ramp(String id, String zh, String en, Kind kind, String... stops) {
    this.id = id;
    this.title = Text.of(zh, en);
    this.kind = kind;
    this.stops = List.of(stops);
  }

  String id() {
    return id;
  }

  Text title() {
    return title;
  }

  Kind kind() {
    return kind;
  }

  /** So many colours: evenly spaced in an order, or the qualitative ones, again from the first. */
  List<String> colors(int count) {
    List<String> colors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      colors.add(
          kind == Kind.QUALITATIVE
              ? stops.get(i % stops.size())
              : at(count == 1 ? 0.5 : i / (count - 1.0)));
    }
    return colors;
  }

  private String at(double share) {
    double place = share * (stops.size() - 1);
    int below = Math.min((int) place, stops.size() - 2);
    String from = stops.get(below);
    String to = stops.get(below + 1);
    StringBuilder color = new StringBuilder("#");
    for (int i = 1; i < 7; i += 2) {
      int low = Integer.parseInt(from, i, i + 2, 16);
      int high = Integer.parseInt(to, i, i + 2, 16);
      color.append("%02x".formatted(Math.round(low + (place - below) * (high - low))));
    }
    return color.toString();
  }
}
