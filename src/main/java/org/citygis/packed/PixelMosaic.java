package org.citygis.packed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.geo.TileCoord;
import org.jspecify.annotations.Nullable;

/**
 * The polygons smaller than a pixel: each colours the pixel under it, so that a quarter of small
 * parcels still reads as its land use where no parcel could be drawn. A pixel belongs to the class
 * that covers most of it, by a running weighted vote; the pixels of one class in a block of pixels
 * become one polygon of rectangles.
 */
final class PixelMosaic {
  /** Pixels along the side of a block. */
  private static final int SIDE = 128;

  private record Place(long column, long row) {}

  private static final class Block {
    final int[] owner = new int[SIDE * SIDE];
    final float[] vote = new float[SIDE * SIDE];

    Block() {
      Arrays.fill(owner, -1);
    }
  }

  private final double pixel;
  private final ShapeVisitor next;
  private final Map<Place, Block> blocks = new LinkedHashMap<>();
  private final Map<List<@Nullable Object>, Integer> classes = new HashMap<>();
  private final List<@Nullable Object[]> values = new ArrayList<>();
  private final Shape shape = new Shape();

  /**
   * @param pixel its side in metres of EPSG:3857; pixels are counted from the south-west corner of
   *     the Web Mercator square
   */
  PixelMosaic(double pixel, ShapeVisitor next) {
    this.pixel = pixel;
    this.next = next;
  }

  /**
   * @param x of the polygon's middle, in metres of EPSG:3857
   * @param area in square metres of EPSG:3857
   * @param classValues the values that its symbol depends on, null for all other fields
   * @param ordered whether a block is complete as soon as the next one begins
   */
  void add(double x, double y, double area, @Nullable Object[] classValues, boolean ordered) {
    long column = (long) Math.floor((x + TileCoord.HALF_WORLD) / pixel);
    long row = (long) Math.floor((y + TileCoord.HALF_WORLD) / pixel);
    Place place = new Place(column / SIDE, row / SIDE);
    Block block = blocks.get(place);
    if (block == null) {
      if (ordered) {
        flush();
      }
      block = new Block();
      blocks.put(place, block);
    }
    vote(block, (int) (row % SIDE) * SIDE + (int) (column % SIDE), (float) area, classValues);
  }

  private void vote(Block block, int pixelIndex, float area, @Nullable Object[] classValues) {
    int candidate = classOf(classValues);
    int owner = block.owner[pixelIndex];
    float votes = block.vote[pixelIndex];
    if (owner == candidate) {
      block.vote[pixelIndex] = votes + area;
    } else if (owner < 0 || area > votes) {
      block.vote[pixelIndex] = owner < 0 ? area : area - votes;
      block.owner[pixelIndex] = candidate;
    } else {
      block.vote[pixelIndex] = votes - area;
    }
  }

  private int classOf(@Nullable Object[] classValues) {
    List<@Nullable Object> key = Arrays.asList(classValues);
    Integer known = classes.get(key);
    if (known != null) {
      return known;
    }
    int index = values.size();
    classes.put(key, index);
    values.add(classValues);
    return index;
  }

  /** Hands on a polygon for each class of each block, and forgets them. */
  void flush() {
    blocks.forEach(this::emit);
    blocks.clear();
    classes.clear();
    values.clear();
  }

  private void emit(Place place, Block block) {
    int[] firstOf = new int[values.size()];
    Arrays.fill(firstOf, -1);
    for (int i = block.owner.length - 1; i >= 0; i--) {
      if (block.owner[i] >= 0) {
        firstOf[block.owner[i]] = i;
      }
    }
    for (int c = 0; c < firstOf.length; c++) {
      if (firstOf[c] >= 0) {
        shape.clear(Shape.Kind.POLYGON);
        for (int i = firstOf[c]; i < block.owner.length; i++) {
          if (block.owner[i] == c) {
            takeRectangle(place, block, i / SIDE, i % SIDE, c);
          }
        }
        shape.of(Shape.MERGED, values.get(c));
        next.visit(shape);
      }
    }
  }

  private void takeRectangle(Place place, Block block, int bottom, int left, int pixelClass) {
    int right = left;
    while (right < SIDE && block.owner[bottom * SIDE + right] == pixelClass) {
      right++;
    }
    int top = bottom;
    while (top < SIDE && isAll(block, top, left, right, pixelClass)) {
      Arrays.fill(block.owner, top * SIDE + left, top * SIDE + right, -1);
      top++;
    }
    double west = metres(place.column * SIDE + left);
    double east = metres(place.column * SIDE + right);
    double south = metres(place.row * SIDE + bottom);
    double north = metres(place.row * SIDE + top);
    shape.add(west, north);
    shape.add(east, north);
    shape.add(east, south);
    shape.add(west, south);
    shape.endPart(false);
  }

  private double metres(long pixels) {
    return pixels * pixel - TileCoord.HALF_WORLD;
  }

  private static boolean isAll(Block block, int row, int left, int right, int pixelClass) {
    for (int column = left; column < right; column++) {
      if (block.owner[row * SIDE + column] != pixelClass) {
        return false;
      }
    }
    return true;
  }
}
