package org.citygis.maps;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;
import org.citygis.maps.draw.Budget;
import org.citygis.maps.draw.MapLayer;
import org.citygis.maps.draw.MapRenderer;
import org.citygis.maps.draw.View;
import org.citygis.maps.image.ImageFormat;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.citygis.web.Deadline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws pictures within the limits of the configuration. */
@Component
public class Pictures {
  private final MapRenderer renderer;
  private final MapsProperties properties;
  private final Turns turns;

  Pictures(MapRenderer renderer, MapsProperties properties) {
    this.renderer = renderer;
    this.properties = properties;
    turns = new Turns(properties);
  }

  /**
   * The picture as a file.
   *
   * @param layers the lowest first
   * @param background null for a transparent one
   */
  public byte[] draw(
      View view, List<MapLayer> layers, @Nullable Color background, ImageFormat format) {
    return draw(view, layers, background, format::write);
  }

  /** The same, for whoever makes a file of it himself, still in its turn. */
  public <T> T draw(
      View view,
      List<MapLayer> layers,
      @Nullable Color background,
      Function<BufferedImage, T> use) {
    long pixels = (long) view.deviceWidth() * view.deviceHeight();
    return turns.take(pixels, () -> use.apply(renderer.image(view, layers, background, budget())));
  }

  /** Does other work of this kind when it is its turn. */
  public <T> T inTurn(long pixels, Function<Budget, T> work) {
    return turns.take(pixels, () -> work.apply(budget()));
  }

  /**
   * Refuses a picture that is too large.
   *
   * @param width in device pixels
   */
  public void checkSize(String parameter, long width, long height) {
    if (width < 1
        || height < 1
        || width > properties.maxSide()
        || height > properties.maxSide()
        || width * height > properties.maxPixels()) {
      throw Problem.Invalid.parameter(
          parameter,
          width + "×" + height,
          Text.of(
              "每边 1 至 %d 像素且总数不超过 %d 的图片大小".formatted(properties.maxSide(), properties.maxPixels()),
              "a size of 1 to %d pixels a side and at most %d in all"
                  .formatted(properties.maxSide(), properties.maxPixels())));
    }
  }

  private Budget budget() {
    return new Budget(
        Deadline.in(properties.timeout()), properties.maxFeatures(), properties.maxPoints());
  }
}
