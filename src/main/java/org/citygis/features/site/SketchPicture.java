package org.citygis.features.site;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.citygis.web.pdf.Picture;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** A sketch drawn as lines and areas, for print. */
record SketchPicture(Sketch sketch) implements Picture {
  private static final Color INK = new Color(0x222222);
  private static final Color WASH = new Color(255, 255, 255, 115);
  private static final Color HAIR = new Color(0, 0, 0, 51);

  @Override
  public void draw(Graphics2D graphics, double width, double height) {
    AffineTransform before = graphics.getTransform();
    graphics.scale(width / Sketch.WIDTH, height / Sketch.HEIGHT);
    graphics.clip(new Rectangle2D.Double(0, 0, Sketch.WIDTH, Sketch.HEIGHT));
    graphics.setColor(new Color(0xf7f5f0));
    graphics.fill(new Rectangle2D.Double(0, 0, Sketch.WIDTH, Sketch.HEIGHT));
    sketch.shapes().forEach(shape -> draw(graphics, shape));
    site(graphics);
    signs(graphics);
    graphics.setTransform(before);
  }

  private void draw(Graphics2D graphics, Sketch.Shape shape) {
    Color color = Color.decode(shape.color());
    Path2D path = path(shape.geometry());
    switch (shape.geometry().getDimension()) {
      case 0 -> {
        graphics.setColor(color);
        for (Coordinate at : shape.geometry().getCoordinates()) {
          graphics.fill(circle(sketch.x(at.x), sketch.y(at.y), 2.5));
        }
      }
      case 1 -> {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(2.5f));
        graphics.draw(path);
      }
      default -> {
        graphics.setColor(color);
        graphics.fill(path);
        graphics.setColor(HAIR);
        graphics.setStroke(new BasicStroke(0.6f));
        graphics.draw(path);
      }
    }
  }

  private void site(Graphics2D graphics) {
    Color color = Color.decode(Sketch.SITE_COLOR);
    if (sketch.site().getDimension() == 2) {
      Path2D path = path(sketch.site());
      Path2D outside = new Path2D.Double(path);
      outside.append(new Rectangle2D.Double(0, 0, Sketch.WIDTH, Sketch.HEIGHT), false);
      graphics.setColor(WASH);
      graphics.fill(outside);
      graphics.setColor(Color.WHITE);
      graphics.setStroke(new BasicStroke(5));
      graphics.draw(path);
      graphics.setColor(color);
      graphics.setStroke(new BasicStroke(2.5f));
      graphics.draw(path);
      return;
    }
    double x = Sketch.WIDTH / 2.0;
    double y = Sketch.HEIGHT / 2.0;
    graphics.setColor(WASH);
    graphics.fill(circle(x, y, 8));
    graphics.setColor(color);
    graphics.setStroke(new BasicStroke(3));
    graphics.draw(circle(x, y, 7));
    graphics.fill(circle(x, y, 1.5));
  }

  private void signs(Graphics2D graphics) {
    double bar = sketch.barMetres() * sketch.pixelsPerMetre();
    Path2D scale = new Path2D.Double();
    scale.moveTo(14, Sketch.HEIGHT - 20);
    scale.lineTo(14, Sketch.HEIGHT - 14);
    scale.lineTo(14 + bar, Sketch.HEIGHT - 14);
    scale.lineTo(14 + bar, Sketch.HEIGHT - 20);
    graphics.setColor(INK);
    graphics.setStroke(new BasicStroke(2));
    graphics.draw(scale);
    Path2D north = new Path2D.Double();
    double left = Sketch.WIDTH - 34;
    north.moveTo(left, 38);
    north.lineTo(left + 8, 12);
    north.lineTo(left + 16, 38);
    north.lineTo(left + 8, 31);
    north.closePath();
    graphics.fill(north);
  }

  private static Ellipse2D circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private Path2D path(Geometry geometry) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      // Clipping leaves empty parts behind.
      if (part instanceof Polygon polygon && !part.isEmpty()) {
        ring(path, polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(path, polygon.getInteriorRingN(hole));
        }
      } else {
        line(path, part.getCoordinates());
      }
    }
    return path;
  }

  private void ring(Path2D path, LinearRing ring) {
    line(path, ring.getCoordinates());
    if (!ring.isEmpty()) {
      path.closePath();
    }
  }

  private void line(Path2D path, Coordinate[] corners) {
    for (int i = 0; i < corners.length; i++) {
      double x = sketch.x(corners[i].x);
      double y = sketch.y(corners[i].y);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
  }
}
