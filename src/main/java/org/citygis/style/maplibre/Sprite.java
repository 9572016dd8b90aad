package org.citygis.style.maplibre;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.citygis.style.GraphicPainter;
import org.citygis.style.Symbolizer.Graphic;
import org.geotools.api.filter.expression.Literal;

/** The marks, icons and hatches of a style as one picture and where in it each one is. */
public final class Sprite {
  private static final int MARGIN = 2;
  private static final int MOST = 200;

  private record Picture(Graphic graphic, boolean hatch) {
    double side() {
      return hatch ? period(graphic) : size(graphic) + 2 * MARGIN + rim(graphic);
    }
  }

  private final Map<Picture, String> names = new LinkedHashMap<>();

  boolean isEmpty() {
    return names.isEmpty();
  }

  /** The name of a mark or icon. */
  String graphic(Graphic graphic) {
    return name(new Picture(graphic, false));
  }

  /** The name of a repeating pattern of a mark or icon. */
  String hatch(Graphic graphic) {
    return name(new Picture(graphic, true));
  }

  private String name(Picture picture) {
    String known = names.get(picture);
    if (known != null || names.size() >= MOST) {
      return known == null ? "" : known;
    }
    String name = "%s-%d".formatted(picture.hatch() ? "hatch" : "mark", names.size() + 1);
    names.put(picture, name);
    return name;
  }

  static double size(Graphic graphic) {
    return Math.clamp(MapLibreSymbols.constant(graphic.size(), 8), 1, 128);
  }

  static boolean varies(Graphic graphic) {
    return graphic.fill() != null && !(graphic.fill().color() instanceof Literal)
        || graphic.stroke() != null && !(graphic.stroke().color() instanceof Literal);
  }

  private static double period(Graphic graphic) {
    return Math.max(4, Math.round(size(graphic)));
  }

  private static double rim(Graphic graphic) {
    return graphic.stroke() == null
        ? 0
        : Math.clamp(MapLibreSymbols.constant(graphic.stroke().width(), 1), 0, 16);
  }

  /**
   * Where the pictures are: name to x, y, width, height and pixelRatio.
   *
   * @param ratio device pixels per pixel, 1 or 2
   */
  public Map<String, Map<String, Integer>> index(int ratio) {
    Map<String, Map<String, Integer>> index = new LinkedHashMap<>();
    int x = 0;
    for (Map.Entry<Picture, String> entry : names.entrySet()) {
      int side = pixels(entry.getKey(), ratio);
      Map<String, Integer> place = new LinkedHashMap<>();
      place.put("x", x);
      place.put("y", 0);
      place.put("width", side);
      place.put("height", side);
      place.put("pixelRatio", ratio);
      index.put(entry.getValue(), place);
      x += side;
    }
    return index;
  }

  /** The picture as PNG, one mark beside the other. */
  public byte[] png(int ratio) {
    int width = names.keySet().stream().mapToInt(p -> pixels(p, ratio)).sum();
    int height = names.keySet().stream().mapToInt(p -> pixels(p, ratio)).max().orElse(1);
    BufferedImage image =
        new BufferedImage(Math.max(1, width), height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    int x = 0;
    for (Picture picture : names.keySet()) {
      int side = pixels(picture, ratio);
      Graphics2D part = (Graphics2D) canvas.create(x, 0, side, side);
      part.scale(ratio, ratio);
      double half = side / 2.0 / ratio;
      if (picture.hatch()) {
        GraphicPainter.hatch(part, picture.graphic(), period(picture.graphic()));
      } else {
        GraphicPainter.draw(part, picture.graphic(), half, half, size(picture.graphic()));
      }
      part.dispose();
      x += side;
    }
    canvas.dispose();
    try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", png);
      return png.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int pixels(Picture picture, int ratio) {
    return (int) Math.ceil(picture.side()) * ratio;
  }
}
