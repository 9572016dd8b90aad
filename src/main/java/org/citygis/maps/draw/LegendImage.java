package org.citygis.maps.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.maps.font.Face;
import org.citygis.maps.font.Lettering;
import org.citygis.maps.font.MaskWriter;
import org.citygis.maps.font.Writer;
import org.citygis.maps.font.Writing;
import org.citygis.packed.Shape;
import org.citygis.style.Legend;
import org.citygis.style.Symbolizer;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The legend of a style as a picture: symbols drawn by the same code as the map, one below the
 * other, each with its title.
 */
public final class LegendImage {
  private static final double ROW = 22;
  private static final double MARGIN = 4;
  private static final double GAP = 8;
  private static final double WIDEST_TITLE = 320;

  private final List<Legend.Entry> entries;
  private final Function<Text, String> words;
  private final double symbolWidth;
  private final double symbolHeight;
  private final Lettering lettering = Lettering.plain(12, false);

  /**
   * @param words how a title is written: in one language, or in both
   * @param symbolWidth in pixels
   */
  public LegendImage(
      Legend legend, Function<Text, String> words, double symbolWidth, double symbolHeight) {
    this.entries = legend.entries();
    this.words = words;
    this.symbolWidth = symbolWidth;
    this.symbolHeight = symbolHeight;
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public double width() {
    Face face = Face.of(lettering);
    double titles =
        entries.stream()
            .mapToDouble(entry -> face.width(words.apply(entry.title())))
            .max()
            .orElse(0);
    return Math.ceil(2 * MARGIN + symbolWidth + GAP + Math.min(titles, WIDEST_TITLE));
  }

  public double height() {
    return Math.ceil(2 * MARGIN + entries.size() * row());
  }

  /**
   * @param ratio device pixels per pixel
   * @param background null for a transparent one
   */
  public BufferedImage draw(double ratio, @Nullable Color background) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.max(1, Math.round(width() * ratio)),
            (int) Math.max(1, Math.round(height() * ratio)),
            BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = image.createGraphics();
    if (background != null) {
      graphics.setColor(background);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    }
    graphics.scale(ratio, ratio);
    draw(graphics, new MaskWriter(image, graphics, ratio));
    graphics.dispose();
    return image;
  }

  /** Draws it at the origin of the graphics, whose units are pixels. */
  public void draw(Graphics2D graphics, Writer writer) {
    Painter.smooth(graphics);
    Face face = Face.of(lettering);
    for (int i = 0; i < entries.size(); i++) {
      double top = MARGIN + i * row() + (row() - symbolHeight) / 2;
      symbol(graphics, entries.get(i).symbols(), MARGIN, top);
      double baseline = top + symbolHeight / 2 + (face.ascent() - face.descent()) / 2;
      String title = words.apply(entries.get(i).title());
      writer.write(List.of(new Writing(title, MARGIN + symbolWidth + GAP, baseline, 0)), lettering);
    }
  }

  private double row() {
    return Math.max(ROW, symbolHeight + 4);
  }

  private void symbol(Graphics2D graphics, List<Symbolizer> symbols, double left, double top) {
    AffineTransform before = graphics.getTransform();
    java.awt.Shape clip = graphics.getClip();
    graphics.translate(left, top);
    graphics.clip(new Rectangle2D.Double(0, 0, symbolWidth, symbolHeight));
    Box box = new Box(0, 0, symbolWidth, symbolHeight);
    View view = new View(Crs.WEB_MERCATOR, box, symbolWidth, symbolHeight, 1, Lang.ZH);
    Painter painter = new Painter(graphics, view, null);
    Frame frame = Frame.around(view, 0);
    for (Symbolizer symbol : symbols) {
      Slot slot = new Slot(symbol);
      Ink ink = slot.ink(null);
      if (ink != null) {
        Batch batch = slot.batch(ink);
        switch (ink) {
          case Ink.Area area -> batch.addOutline(swatch(), true, frame);
          case Ink.Trace trace -> {
            batch.addOutline(stroke(), false, frame);
            if (trace.pen().beads() != null) {
              Sideways.addBeads(stroke(), false, trace.pen(), trace.pen().beads(), frame, batch);
            }
          }
          case Ink.Spot spot ->
              batch.addPlace(
                  symbolWidth / 2, symbolHeight / 2, Math.toRadians(spot.stamp().rotation()));
        }
        painter.paint(List.of(slot));
      }
    }
    graphics.setClip(clip);
    graphics.setTransform(before);
  }

  private Shape swatch() {
    Shape shape = new Shape();
    shape.clear(Shape.Kind.POLYGON);
    shape.add(1, 1);
    shape.add(symbolWidth - 1, 1);
    shape.add(symbolWidth - 1, symbolHeight - 1);
    shape.add(1, symbolHeight - 1);
    shape.endPart(false);
    return shape;
  }

  private Shape stroke() {
    Shape shape = new Shape();
    shape.clear(Shape.Kind.LINE);
    shape.add(1, symbolHeight / 2);
    shape.add(symbolWidth - 1, symbolHeight / 2);
    shape.endPart(false);
    return shape;
  }
}
