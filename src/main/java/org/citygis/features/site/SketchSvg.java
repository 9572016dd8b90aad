package org.citygis.features.site;

import java.util.ArrayList;
import java.util.List;
import org.citygis.web.Html;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** A sketch as SVG inside a page; colours are attributes, since pages may not carry styles. */
final class SketchSvg {
  private final Sketch sketch;

  private SketchSvg(Sketch sketch) {
    this.sketch = sketch;
  }

  static Html of(Sketch sketch, String label) {
    return new SketchSvg(sketch).html(label);
  }

  private Html html(String label) {
    List<Html> drawn = new ArrayList<>();
    sketch.shapes().forEach(shape -> drawn.add(drawn(shape)));
    return Html.of(
        """
        <svg class="sketch" viewBox="0 0 {} {}" role="img" aria-label="{}">
        <rect width="{}" height="{}" fill="#f7f5f0"/>{}{}{}
        </svg>
        """,
        Sketch.WIDTH,
        Sketch.HEIGHT,
        label,
        Sketch.WIDTH,
        Sketch.HEIGHT,
        drawn,
        site(),
        signs());
  }

  private Html drawn(Sketch.Shape shape) {
    return switch (shape.geometry().getDimension()) {
      case 0 ->
          Html.of(
              "<path d=\"{}\" stroke=\"{}\" stroke-width=\"5\" stroke-linecap=\"round\"/>",
              path(shape.geometry()),
              shape.color());
      case 1 ->
          Html.of(
              "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2.5\"/>",
              path(shape.geometry()),
              shape.color());
      default ->
          Html.of(
              "<path d=\"{}\" fill=\"{}\" fill-rule=\"evenodd\" stroke=\"#00000033\" stroke-width=\"0.6\"/>",
              path(shape.geometry()),
              shape.color());
    };
  }

  /** What lies outside an area is paler, so that the area is seen in any colours. */
  private Html site() {
    if (sketch.site().getDimension() == 2) {
      String outline = path(sketch.site());
      return Html.of(
          "<path d=\"M0 0H{}V{}H0Z{}\" fill=\"#fff\" fill-opacity=\"0.45\" fill-rule=\"evenodd\"/>"
              + "<path d=\"{}\" fill=\"none\" stroke=\"#fff\" stroke-width=\"5\"/>"
              + "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2.5\"/>",
          Sketch.WIDTH,
          Sketch.HEIGHT,
          outline,
          outline,
          outline,
          Sketch.SITE_COLOR);
    }
    return Html.of(
        "<circle cx=\"{}\" cy=\"{}\" r=\"8\" fill=\"#fff\" fill-opacity=\"0.7\"/>"
            + "<circle cx=\"{}\" cy=\"{}\" r=\"7\" fill=\"none\" stroke=\"{}\" stroke-width=\"3\"/>"
            + "<circle cx=\"{}\" cy=\"{}\" r=\"1.5\" fill=\"{}\"/>",
        Sketch.WIDTH / 2,
        Sketch.HEIGHT / 2,
        Sketch.WIDTH / 2,
        Sketch.HEIGHT / 2,
        Sketch.SITE_COLOR,
        Sketch.WIDTH / 2,
        Sketch.HEIGHT / 2,
        Sketch.SITE_COLOR);
  }

  /** The bar of the scale and the arrow to the north. */
  private Html signs() {
    double bar = sketch.barMetres() * sketch.pixelsPerMetre();
    int foot = Sketch.HEIGHT - 14;
    return Html.of(
        "<path d=\"M14 {}v6h{}v-6\" fill=\"none\" stroke=\"#222\" stroke-width=\"2\"/>"
            + "<path d=\"M{} 38l8 -26l8 26l-8 -7z\" fill=\"#222\"/>",
        foot - 6,
        tenth(bar),
        Sketch.WIDTH - 34);
  }

  private String path(Geometry geometry) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        ring(path, polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(path, polygon.getInteriorRingN(hole));
        }
      } else {
        line(path, part.getCoordinates());
        path.append(part.getNumPoints() == 1 ? "h0" : "");
      }
    }
    return path.toString();
  }

  /** Clipping leaves empty rings behind. */
  private void ring(StringBuilder path, LinearRing ring) {
    line(path, ring.getCoordinates());
    path.append(ring.isEmpty() ? "" : "Z");
  }

  private void line(StringBuilder path, Coordinate[] corners) {
    for (int i = 0; i < corners.length; i++) {
      path.append(i == 0 ? 'M' : 'L')
          .append(tenth(sketch.x(corners[i].x)))
          .append(' ')
          .append(tenth(sketch.y(corners[i].y)));
    }
  }

  private static String tenth(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0 ? String.valueOf(tenths / 10) : String.valueOf(tenths / 10.0);
  }
}
