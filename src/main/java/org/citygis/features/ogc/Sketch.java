package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.List;
import org.citygis.geo.Crs;
import org.citygis.web.Html;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Draws the shapes of a page as a small picture without a base map: where they lie to one another,
 * and what each is like. North is up.
 */
final class Sketch {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 320;
  private static final double MARGIN = 12;

  /** Of more corners than that only the boxes are drawn. */
  private static final int MAX_CORNERS = 40_000;

  private record Shape(Geometry geometry, String title, @Nullable String href) {}

  private final Crs crs;
  private final List<Shape> shapes = new ArrayList<>();
  private final Envelope extent = new Envelope();
  private int corners;

  /**
   * @param crs the system of the shapes
   */
  Sketch(Crs crs) {
    this.crs = crs;
  }

  /**
   * @param href what a click on it opens, null for nothing
   */
  void add(Geometry geometry, String title, @Nullable String href) {
    if (!geometry.isEmpty()) {
      corners += geometry.getNumPoints();
      shapes.add(new Shape(corners > MAX_CORNERS ? geometry.getEnvelope() : geometry, title, href));
      extent.expandToInclude(geometry.getEnvelopeInternal());
    }
  }

  Html html(String label) {
    if (shapes.isEmpty()) {
      return Html.NONE;
    }
    Scale scale = Scale.of(extent, crs);
    List<Html> drawn = shapes.stream().map(shape -> drawn(shape, scale)).toList();
    return Html.of(
        "<svg class=\"sketch\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">{}</svg>",
        (int) WIDTH,
        (int) HEIGHT,
        label,
        drawn);
  }

  private static Html drawn(Shape shape, Scale scale) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < shape.geometry.getNumGeometries(); i++) {
      append(path, shape.geometry.getGeometryN(i), scale);
    }
    String kind =
        switch (shape.geometry.getDimension()) {
          case 0 -> "spot";
          case 1 -> "way";
          default -> "ground";
        };
    Html drawn =
        Html.of("<path class=\"{}\" d=\"{}\"><title>{}</title></path>", kind, path, shape.title);
    return shape.href == null ? drawn : Html.of("<a href=\"{}\">{}</a>", shape.href, drawn);
  }

  private static void append(StringBuilder path, Geometry part, Scale scale) {
    switch (part) {
      case Point point -> {
        // A line of no length with round ends is a dot of constant size.
        scale.to(path, 'M', point.getCoordinate());
        path.append("h0");
      }
      case Polygon polygon -> {
        ring(path, polygon.getExteriorRing().getCoordinates(), scale);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          ring(path, polygon.getInteriorRingN(i).getCoordinates(), scale);
        }
      }
      default -> line(path, part.getCoordinates(), scale);
    }
  }

  private static void ring(StringBuilder path, Coordinate[] corners, Scale scale) {
    line(path, corners, scale);
    path.append('Z');
  }

  private static void line(StringBuilder path, Coordinate[] corners, Scale scale) {
    scale.to(path, 'M', corners[0]);
    for (int i = 1; i < corners.length; i++) {
      scale.to(path, 'L', corners[i]);
    }
  }

  /** From the ground to the picture; a degree of longitude is drawn as long as it is there. */
  private record Scale(double west, double north, double xFactor, double yFactor) {
    static Scale of(Envelope extent, Crs crs) {
      double shrink = crs.isGeographic() ? Math.cos(Math.toRadians(extent.centre().getY())) : 1;
      double width = Math.max(extent.getWidth() * shrink, 1e-9);
      double height = Math.max(extent.getHeight(), 1e-9);
      double factor = Math.min((WIDTH - 2 * MARGIN) / width, (HEIGHT - 2 * MARGIN) / height);
      if (extent.getWidth() == 0 && extent.getHeight() == 0) {
        factor = 0;
      }
      double west = extent.getMinX() - (WIDTH / factor - width) / 2 / shrink;
      double north = extent.getMaxY() + (HEIGHT / factor - height) / 2;
      return factor == 0
          ? new Scale(extent.getMinX(), extent.getMaxY(), 0, 0)
          : new Scale(west, north, factor * shrink, factor);
    }

    void to(StringBuilder path, char command, Coordinate at) {
      double x = xFactor == 0 ? WIDTH / 2 : (at.x - west) * xFactor;
      double y = yFactor == 0 ? HEIGHT / 2 : (north - at.y) * yFactor;
      path.append(command).append(tenth(x)).append(' ').append(tenth(y));
    }

    private static String tenth(double value) {
      long tenths = Math.round(value * 10);
      return tenths % 10 == 0 ? String.valueOf(tenths / 10) : String.valueOf(tenths / 10.0);
    }
  }
}
