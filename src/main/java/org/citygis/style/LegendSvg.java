package org.citygis.style;

import java.util.List;
import org.citygis.text.Lang;

/** A legend as one picture in SVG: symbols one below the other, each with its title. */
final class LegendSvg {
  private static final int ROW = 22;
  private static final int SYMBOL_WIDTH = 30;
  private static final int SYMBOL_HEIGHT = 18;

  private LegendSvg() {}

  static String of(Legend legend, Lang lang) {
    List<Legend.Entry> entries = legend.entries();
    int longest = entries.stream().mapToInt(entry -> room(entry.title().in(lang))).max().orElse(0);
    int width = SYMBOL_WIDTH + 12 + longest;
    int height = Math.max(1, entries.size()) * ROW + 4;
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\" role=\"list\" font-family=\"PingFang SC, Noto Sans CJK SC, Microsoft YaHei, sans-serif\" font-size=\"12\">"
            .formatted(width, height));
    for (int i = 0; i < entries.size(); i++) {
      String title = escaped(entries.get(i).title().in(lang));
      svg.append(
          "<g role=\"listitem\" aria-label=\"%s\" transform=\"translate(4 %d)\">%s<text x=\"%d\" y=\"13\" fill=\"#20302f\">%s</text></g>"
              .formatted(
                  title,
                  4 + i * ROW,
                  SymbolSvg.of(entries.get(i).symbols(), SYMBOL_WIDTH, SYMBOL_HEIGHT, "h" + i),
                  SYMBOL_WIDTH + 8,
                  title));
    }
    return svg.append("</svg>").toString();
  }

  /**
   * About as wide as it is set in 12 pixels: Chinese characters square, others a little over half.
   */
  private static int room(String title) {
    return title.codePoints().map(c -> c > 0x2e80 ? 12 : 7).sum();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
