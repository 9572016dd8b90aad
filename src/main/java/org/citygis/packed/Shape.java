package org.citygis.packed;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A feature's geometry as flat arrays with its values, filled again for every feature. A part is a
 * point set, a line or a ring; a ring is kept without its closing point, holes follow the ring they
 * are in. Coordinates are metres of EPSG:3857 where a {@link ShapeSource} hands the shape out.
 */
public final class Shape {
  /** The number of a shape that stands for several features. */
  public static final long MERGED = -1;

  private static final @Nullable Object[] NO_VALUES = {};

  /** The kinds of geometry. */
  public enum Kind {
    POINT,
    LINE,
    POLYGON
  }

  private Kind kind = Kind.POINT;
  private double[] xy = new double[512];
  private int points;
  private int[] partEnd = new int[16];
  private boolean[] hole = new boolean[16];
  private int parts;
  private long fid;
  private @Nullable Object[] values = NO_VALUES;
  private @Nullable Cluster cluster;

  /** Starts anew, without points. */
  public void clear(Kind newKind) {
    kind = newKind;
    points = 0;
    parts = 0;
    cluster = null;
  }

  public Kind kind() {
    return kind;
  }

  /** The number of the feature, or {@link #MERGED}. */
  public long fid() {
    return fid;
  }

  /** The values of the query's fields, in their order. */
  public @Nullable Object[] values() {
    return values;
  }

  /**
   * Says whose shape this is.
   *
   * @param newValues kept, not copied
   */
  public void of(long newFid, @Nullable Object[] newValues) {
    fid = newFid;
    values = newValues;
  }

  /** What a point says of the points that it stands for; null for every other shape. */
  public @Nullable Cluster cluster() {
    return cluster;
  }

  void standsFor(@Nullable Cluster points) {
    cluster = points;
  }

  /** x, y, x, y … of all parts; longer than what is filled, and another array once it has grown. */
  public double[] xy() {
    return xy;
  }

  /** The number of points in {@link #xy}. */
  public int points() {
    return points;
  }

  public int parts() {
    return parts;
  }

  /** The number of the first point of a part. */
  public int partStart(int part) {
    return part == 0 ? 0 : partEnd[part - 1];
  }

  /** The number of the point after the last one of a part. */
  public int partEnd(int part) {
    return partEnd[part];
  }

  /** Whether a ring is a hole of the ring before it. */
  public boolean isHole(int part) {
    return hole[part];
  }

  public boolean isEmpty() {
    return points == 0;
  }

  public void add(double x, double y) {
    reserve(1);
    xy[2 * points] = x;
    xy[2 * points + 1] = y;
    points++;
  }

  /** Counts points that were written into {@link #xy} behind those before. */
  void added(int count) {
    points += count;
  }

  /** Ends the part that consists of the points added since the part before. */
  public void endPart(boolean isHole) {
    if (parts == partEnd.length) {
      partEnd = Arrays.copyOf(partEnd, parts * 2);
      hole = Arrays.copyOf(hole, parts * 2);
    }
    partEnd[parts] = points;
    hole[parts] = isHole;
    parts++;
  }

  /** Makes room for {@code more} points. */
  public void reserve(int more) {
    int needed = 2 * (points + more);
    if (needed > xy.length) {
      xy = Arrays.copyOf(xy, Math.max(needed, xy.length * 2));
    }
  }
}
