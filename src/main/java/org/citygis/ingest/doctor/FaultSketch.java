package org.citygis.ingest.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.citygis.ingest.source.Severity;
import org.citygis.text.Lang;
import org.citygis.web.Html;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** A small picture of where a layer lies and where its faults are; north is up. */
final class FaultSketch {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 340;
  private static final double MARGIN = 24;
  private static final int MOST_DOTS = 2_000;

  private final Envelope extent;
  private final double scaleX;
  private final double scaleY;
  private final Set<Long> taken = new HashSet<>();
  private final List<Html> dots = new ArrayList<>();

  private FaultSketch(Envelope extent, boolean degrees) {
    this.extent = extent;
    double squeeze = degrees ? Math.cos(Math.toRadians(extent.centre().y)) : 1;
    double width = Math.max(extent.getWidth() * squeeze, 1e-9);
    double height = Math.max(extent.getHeight(), 1e-9);
    this.scaleY = Math.min((WIDTH - 2 * MARGIN) / width, (HEIGHT - 2 * MARGIN) / height);
    this.scaleX = scaleY * squeeze;
  }

  /**
   * @param box the layer's extent in its own coordinates, null where it has none
   */
  static Html draw(double @Nullable [] box, boolean degrees, FaultFile faults, Lang lang)
      throws IOException {
    if (box == null) {
      return Html.NONE;
    }
    FaultSketch sketch = new FaultSketch(new Envelope(box[0], box[2], box[1], box[3]), degrees);
    faults.read(sketch::dot);
    return sketch.markup(box, lang);
  }

  private void dot(Fault fault) {
    Coordinate at = fault.place();
    if (at == null || !extent.contains(at) || taken.size() >= MOST_DOTS) {
      return;
    }
    long x = Math.round(x(at.x));
    long y = Math.round(y(at.y));
    if (taken.add(x * 10_000 + y)) {
      boolean remark = fault.defect().severity() == Severity.INFO;
      dots.add(
          Html.of(
              "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\" fill-opacity=\".75\"/>",
              x,
              y,
              remark ? 2.5 : 4,
              remark ? "#5b6775" : "#b3261e"));
    }
  }

  private double x(double x) {
    return WIDTH / 2 + (x - extent.centre().x) * scaleX;
  }

  private double y(double y) {
    return HEIGHT / 2 - (y - extent.centre().y) * scaleY;
  }

  private Html markup(double[] box, Lang lang) {
    String label = lang == Lang.ZH ? "图层范围与问题位置示意" : "Extent of the layer and places of its faults";
    return Html.of(
        """
        <svg viewBox="0 0 {} {}" role="img" aria-label="{}">\
        <rect x="{}" y="{}" width="{}" height="{}" fill="#e8eef4" stroke="#8fa3b8"/>{}\
        <text x="{}" y="{}" font-size="12" fill="#5b6775">{}</text>\
        <text x="{}" y="{}" font-size="12" fill="#5b6775" text-anchor="end">{}</text></svg>
        """,
        (int) WIDTH,
        (int) HEIGHT,
        label,
        Math.round(x(box[0])),
        Math.round(y(box[3])),
        Math.max(1, Math.round(x(box[2]) - x(box[0]))),
        Math.max(1, Math.round(y(box[1]) - y(box[3]))),
        dots,
        8,
        (int) HEIGHT - 8,
        corner(box[0], box[1]),
        (int) WIDTH - 8,
        16,
        corner(box[2], box[3]));
  }

  private static String corner(double x, double y) {
    String form = Math.abs(x) <= 180 && Math.abs(y) <= 90 ? "%.5f, %.5f" : "%.1f, %.1f";
    return String.format(Locale.ROOT, form, x, y);
  }
}
