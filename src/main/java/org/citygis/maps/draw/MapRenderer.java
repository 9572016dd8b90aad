package org.citygis.maps.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.citygis.maps.font.MaskWriter;
import org.citygis.maps.font.OutlineWriter;
import org.citygis.maps.font.Writer;
import org.citygis.packed.ShapeSource;
import org.citygis.storage.FeatureStore;
import org.geotools.filter.function.EnvFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws maps. Safe for use by several threads; each call works for itself. */
@Component
public final class MapRenderer {
  /** The environment value that the function {@code lang} of styles looks at. */
  private static final String LANG = "lang";

  private final ShapeSource shapes;
  private final FeatureStore store;

  MapRenderer(ShapeSource shapes, FeatureStore store) {
    this.shapes = shapes;
    this.store = store;
  }

  /**
   * A picture of type {@link BufferedImage#TYPE_INT_ARGB_PRE}.
   *
   * @param layers the lowest first
   * @param background null for a transparent one
   */
  public BufferedImage image(
      View view, List<MapLayer> layers, @Nullable Color background, Budget budget) {
    BufferedImage image =
        new BufferedImage(view.deviceWidth(), view.deviceHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = image.createGraphics();
    try {
      Painter.smooth(graphics);
      if (background != null) {
        graphics.setColor(background);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      }
      graphics.scale(view.ratio(), view.ratio());
      Painter painter = new Painter(graphics, view, new Sprites(view.ratio()));
      draw(view, layers, painter, new MaskWriter(image, graphics, view.ratio()), budget);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /**
   * Draws on a page: everything stays an outline.
   *
   * @param graphics whose units are pixels of the view; it has to cut at the view's sides
   */
  public void draw(Graphics2D graphics, View view, List<MapLayer> layers, Budget budget) {
    Painter.smooth(graphics);
    Painter painter = new Painter(graphics, view, null);
    draw(view, layers, painter, new OutlineWriter(graphics), budget);
  }

  private void draw(
      View view, List<MapLayer> layers, Painter painter, Writer writer, Budget budget) {
    EnvFunction.setLocalValues(Map.of(LANG, view.lang().tag()));
    try {
      new Drawing(view, layers, shapes, new RowShapes(store), budget).run(painter, writer);
    } finally {
      EnvFunction.clearLocalValues();
    }
  }
}
