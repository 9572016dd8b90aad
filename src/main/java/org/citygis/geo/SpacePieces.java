package org.citygis.geo;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/**
 * The points and edges of a shape as short chords in space (earth-centred metres on WGS 84). An
 * edge is straight in the shape's own reference system; a long one is cut there, so that its chord
 * stays within {@link #bowMetres} of it. Pieces come in blocks with a sphere around each, so that
 * far blocks are passed over as a whole.
 */
final class SpacePieces {
  static final int BLOCK = 16;
  private static final double LONGEST_METRES = 1_000;
  private static final int MOST_CUTS = 4_000;
  private static final double RADIUS = 6_378_137;
  private static final double ECCENTRICITY_SQUARED = 0.0066943799901413165;

  private final Reprojection toLonLat;
  private double[] own = new double[16];
  private double[] space = new double[24];
  private int[] starts = new int[8];
  private boolean[] edges = new boolean[8];
  private int positions;
  private int size;
  private double longest;
  private double[] spheres = new double[0];

  /**
   * @param crs of the shape, x easting or longitude
   */
  SpacePieces(Geometry shape, Crs crs) {
    this.toLonLat = Reprojection.between(crs, Crs.CRS84);
    shape.apply(
        (GeometryComponentFilter)
            part -> {
              if (part instanceof Point point && !point.isEmpty()) {
                add(position(point.getX(), point.getY()), false);
              } else if (part instanceof LineString line && !line.isEmpty()) {
                edges(line.getCoordinateSequence());
              }
            });
    this.spheres = spheres();
  }

  int size() {
    return size;
  }

  int blocks() {
    return spheres.length / 4;
  }

  /** How far a piece may be from the edge that it stands for. */
  double bowMetres() {
    return longest * longest / RADIUS;
  }

  boolean isEdge(int piece) {
    return edges[piece];
  }

  /** Writes both ends, x, y, z each, of a piece; of a point twice the same. */
  void ends(int piece, double[] six) {
    int at = 3 * starts[piece];
    System.arraycopy(space, at, six, 0, 3);
    System.arraycopy(space, edges[piece] ? at + 3 : at, six, 3, 3);
  }

  /** Writes x, y, z and radius of the sphere around a block. */
  void sphere(int block, double[] four) {
    System.arraycopy(spheres, 4 * block, four, 0, 4);
  }

  /** The place at a share of an edge, which may lie a little beyond its ends. */
  LonLat at(int piece, double share) {
    int i = 2 * starts[piece];
    double x = own[i];
    double y = own[i + 1];
    if (edges[piece]) {
      x += share * (own[i + 2] - x);
      y += share * (own[i + 3] - y);
    }
    return lonLat(x, y);
  }

  private LonLat lonLat(double x, double y) {
    Coordinate place = toLonLat.apply(x, y);
    return new LonLat(Math.clamp(place.x, -180, 180), Math.clamp(place.y, -90, 90));
  }

  private void edges(CoordinateSequence line) {
    int before = position(line.getX(0), line.getY(0));
    for (int i = 1; i < line.size(); i++) {
      double x = line.getX(i);
      double y = line.getY(i);
      int end = position(x, y);
      int cuts = (int) Math.min(MOST_CUTS, Math.ceil(chord(before, end) / LONGEST_METRES));
      if (cuts > 1) {
        double fromX = line.getX(i - 1);
        double fromY = line.getY(i - 1);
        positions--;
        for (int c = 1; c <= cuts; c++) {
          double share = (double) c / cuts;
          int next =
              c == cuts
                  ? position(x, y)
                  : position(fromX + share * (x - fromX), fromY + share * (y - fromY));
          add(before, true);
          before = next;
        }
      } else {
        add(before, true);
        before = end;
      }
    }
  }

  private void add(int start, boolean edge) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      edges = Arrays.copyOf(edges, 2 * size);
    }
    starts[size] = start;
    edges[size++] = edge;
    if (edge) {
      longest = Math.max(longest, chord(start, start + 1));
    }
  }

  private int position(double x, double y) {
    if (2 * positions == own.length) {
      own = Arrays.copyOf(own, 2 * own.length);
      space = Arrays.copyOf(space, 2 * space.length);
    }
    own[2 * positions] = x;
    own[2 * positions + 1] = y;
    LonLat place = lonLat(x, y);
    double lat = Math.toRadians(place.lat());
    double lon = Math.toRadians(place.lon());
    double sin = Math.sin(lat);
    double normal = RADIUS / Math.sqrt(1 - ECCENTRICITY_SQUARED * sin * sin);
    double fromAxis = normal * Math.cos(lat);
    space[3 * positions] = fromAxis * Math.cos(lon);
    space[3 * positions + 1] = fromAxis * Math.sin(lon);
    space[3 * positions + 2] = normal * (1 - ECCENTRICITY_SQUARED) * sin;
    return positions++;
  }

  private double chord(int a, int b) {
    double dx = space[3 * a] - space[3 * b];
    double dy = space[3 * a + 1] - space[3 * b + 1];
    double dz = space[3 * a + 2] - space[3 * b + 2];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  private double[] spheres() {
    int count = (size + BLOCK - 1) / BLOCK;
    double[] result = new double[4 * count];
    double[] ends = new double[6];
    for (int block = 0; block < count; block++) {
      int from = block * BLOCK;
      int to = Math.min(size, from + BLOCK);
      double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
      double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
      for (int piece = from; piece < to; piece++) {
        ends(piece, ends);
        for (int i = 0; i < 6; i++) {
          low[i % 3] = Math.min(low[i % 3], ends[i]);
          high[i % 3] = Math.max(high[i % 3], ends[i]);
        }
      }
      double squares = 0;
      for (int i = 0; i < 3; i++) {
        result[4 * block + i] = (low[i] + high[i]) / 2;
        squares += (high[i] - low[i]) * (high[i] - low[i]) / 4;
      }
      result[4 * block + 3] = Math.sqrt(squares);
    }
    return result;
  }
}
