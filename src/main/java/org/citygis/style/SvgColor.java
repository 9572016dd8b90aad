package org.citygis.style;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Colours as SVG writes them, as {@code #rrggbb}. */
final class SvgColor {
  private static final Pattern RGB =
      Pattern.compile("rgb\\(\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*\\)");

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("black", "#000000"),
          Map.entry("currentcolor", "#000000"),
          Map.entry("white", "#ffffff"),
          Map.entry("red", "#ff0000"),
          Map.entry("lime", "#00ff00"),
          Map.entry("blue", "#0000ff"),
          Map.entry("green", "#008000"),
          Map.entry("yellow", "#ffff00"),
          Map.entry("orange", "#ffa500"),
          Map.entry("gray", "#808080"),
          Map.entry("grey", "#808080"),
          Map.entry("silver", "#c0c0c0"),
          Map.entry("navy", "#000080"),
          Map.entry("teal", "#008080"),
          Map.entry("purple", "#800080"),
          Map.entry("maroon", "#800000"),
          Map.entry("olive", "#808000"),
          Map.entry("aqua", "#00ffff"),
          Map.entry("cyan", "#00ffff"),
          Map.entry("magenta", "#ff00ff"),
          Map.entry("fuchsia", "#ff00ff"));

  private SvgColor() {}

  /** Null for {@code none}. A value that another program is to fill in is its default. */
  static @Nullable String of(Element element, String text) {
    String color = text.replaceFirst("^param\\([\\w-]+\\)\\s*", "").strip().toLowerCase();
    if (color.equals("none") || color.equals("transparent")) {
      return null;
    }
    if (color.matches("#[0-9a-f]{6}")) {
      return color;
    }
    if (color.matches("#[0-9a-f]{3}")) {
      return color.replaceAll("([0-9a-f])", "$1$1");
    }
    Matcher rgb = RGB.matcher(color);
    if (rgb.matches()) {
      return "#%02x%02x%02x".formatted(channel(rgb, 1), channel(rgb, 2), channel(rgb, 3));
    }
    String named = NAMED.get(color);
    if (named == null) {
      throw element.notSupported("SVG colour " + text);
    }
    return named;
  }

  private static int channel(Matcher rgb, int group) {
    return Math.min(255, Integer.parseInt(rgb.group(group)));
  }
}
