package org.citygis.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citygis.packed.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The polygons smaller than a pixel: each colours the pixel under it, so that a quarter of small
 * parcels still reads as its land use where no parcel could be drawn. A pixel belongs to the class
 * that covers most of it, by a running weighted vote; pixels of one class become one feature.
 */
final class PixelMosaic {
  private static final int SIDE = (Tile.MAX - Tile.MIN) / Tile.PIXEL;

  private final int[] owner = new int[SIDE * SIDE];
  private final float[] vote = new float[SIDE * SIDE];
  private final Map<List<@Nullable Object>, Integer> classes = new HashMap<>();
  private final List<@Nullable Object[]> properties = new ArrayList<>();

  PixelMosaic() {
    Arrays.fill(owner, -1);
  }

  /**
   * @param x of the polygon's middle, in tile units
   * @param area in square tile units
   * @param classProperties the values that its symbol depends on, null for all other fields
   */
  void add(double x, double y, double area, @Nullable Object[] classProperties) {
    int column = (int) Math.floor((x - Tile.MIN) / Tile.PIXEL);
    int row = (int) Math.floor((y - Tile.MIN) / Tile.PIXEL);
    if (column < 0 || column >= SIDE || row < 0 || row >= SIDE) {
      return;
    }
    int candidate = classOf(classProperties);
    int pixel = row * SIDE + column;
    if (owner[pixel] == candidate) {
      vote[pixel] += (float) area;
    } else if (owner[pixel] < 0 || area > vote[pixel]) {
      vote[pixel] = (float) (owner[pixel] < 0 ? area : area - vote[pixel]);
      owner[pixel] = candidate;
    } else {
      vote[pixel] -= (float) area;
    }
  }

  private int classOf(@Nullable Object[] classProperties) {
    List<@Nullable Object> key = Arrays.asList(classProperties);
    Integer known = classes.get(key);
    if (known != null) {
      return known;
    }
    int index = properties.size();
    classes.put(key, index);
    properties.add(classProperties);
    return index;
  }

  /** Adds a feature for each class: its pixels, joined into rectangles. */
  void writeTo(MvtLayer layer) {
    GeometryCommands[] commands = new GeometryCommands[properties.size()];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        int pixelClass = owner[row * SIDE + column];
        if (pixelClass >= 0) {
          if (commands[pixelClass] == null) {
            commands[pixelClass] = new GeometryCommands();
          }
          takeRectangle(row, column, pixelClass, commands[pixelClass]);
        }
      }
    }
    for (int i = 0; i < commands.length; i++) {
      if (commands[i] != null) {
        layer.addBelow(Shape.Kind.POLYGON, commands[i].buffer(), properties.get(i));
      }
    }
  }

  private void takeRectangle(int top, int left, int pixelClass, GeometryCommands commands) {
    int right = left;
    while (right < SIDE && owner[top * SIDE + right] == pixelClass) {
      right++;
    }
    int bottom = top;
    while (bottom < SIDE && isAll(bottom, left, right, pixelClass)) {
      Arrays.fill(owner, bottom * SIDE + left, bottom * SIDE + right, -1);
      bottom++;
    }
    commands.rectangle(
        Tile.MIN + left * Tile.PIXEL,
        Tile.MIN + top * Tile.PIXEL,
        Tile.MIN + right * Tile.PIXEL,
        Tile.MIN + bottom * Tile.PIXEL);
  }

  private boolean isAll(int row, int left, int right, int pixelClass) {
    for (int column = left; column < right; column++) {
      if (owner[row * SIDE + column] != pixelClass) {
        return false;
      }
    }
    return true;
  }
}
