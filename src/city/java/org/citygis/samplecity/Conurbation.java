package org.citygis.samplecity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A city of any size, made block by block with nothing kept: a gently bent grid of streets, each
 * block in two rows of parcels back to back. Neighbours share their corners exactly, because both
 * compute them in the same way.
 */
final class Conurbation {
  private static final double WIDE = 260;
  private static final double DEEP = 190;

  private final Noise east = new Noise("bend east", 1900);
  private final Noise north = new Noise("bend north", 2100);
  private final Noise use = new Noise("conurbation use", 1500);

  /** A parcel of the grid; {@code at} gives places inside it by shares along and across. */
  record Lot(long number, int column, int row, String code, Polygon shape, Coordinate[] corners) {
    Coordinate at(double u, double v) {
      return bilinear(corners, u, v);
    }

    String road() {
      return "纵" + Math.abs(column) + (column < 0 ? "西路" : "东路");
    }

    String roadEn() {
      return (column < 0 ? "West" : "East") + " Road " + Math.abs(column);
    }
  }

  /** Takes parcels one by one; {@code false} ends the walk. */
  interface Visit {
    boolean to(Lot lot) throws IOException;
  }

  /** A crossing of the grid. */
  Coordinate node(int column, int row) {
    double x = column * WIDE;
    double y = row * DEEP;
    return new Coordinate(x + 75 * east.at(x, y), y + 55 * north.at(x, y));
  }

  /** Visits the parcels ring by ring outwards from the centre, until the visitor has enough. */
  void walk(Visit visit) throws IOException {
    long number = 0;
    for (int ring = 0; ; ring++) {
      for (int i = -ring; i <= ring; i++) {
        for (int j = -ring; j <= ring; j++) {
          if (Math.max(Math.abs(i), Math.abs(j)) != ring) {
            continue;
          }
          for (Lot lot : block(i, j, number)) {
            number++;
            if (!visit.to(lot)) {
              return;
            }
          }
        }
      }
    }
  }

  List<Lot> block(int column, int row, long first) {
    Dice dice = Dice.of("block " + column, row);
    Coordinate[] corners = inset(column, row);
    double away = Math.hypot(column * WIDE, row * DEEP);
    String code = code(corners[0].x, corners[0].y, away, dice);
    List<Lot> lots = new ArrayList<>();
    if (code.startsWith("G") || code.startsWith("E")) {
      lots.add(new Lot(first, column, row, code, Shapes.polygon(List.of(corners)), corners));
      return lots;
    }
    double middle = dice.between(0.42, 0.58);
    double[] south = cuts(dice, code);
    double[] north = cuts(dice, code);
    for (int side = 0; side < 2; side++) {
      double[] own = side == 0 ? south : north;
      double[] other = side == 0 ? north : south;
      for (int k = 0; k + 1 < own.length; k++) {
        double low = side == 0 ? 0 : middle;
        double high = side == 0 ? middle : 1;
        Polygon shape = lot(corners, own[k], own[k + 1], low, high, middle, other);
        Coordinate[] four = {
          bilinear(corners, own[k], low), bilinear(corners, own[k + 1], low),
          bilinear(corners, own[k + 1], high), bilinear(corners, own[k], high)
        };
        lots.add(new Lot(first + lots.size(), column, row, code, shape, four));
      }
    }
    return lots;
  }

  /** Where a row is cut, from 0 to 1. */
  private static double[] cuts(Dice dice, String code) {
    int n =
        code.startsWith("M") || code.startsWith("A")
            ? dice.whole(1, 3)
            : code.startsWith("B") ? dice.whole(3, 6) : dice.whole(4, 9);
    double[] at = new double[n + 1];
    for (int k = 1; k < n; k++) {
      at[k] = (k + dice.between(-0.28, 0.28)) / n;
    }
    at[n] = 1;
    return at;
  }

  /** A lot between two rows has a corner wherever the lots behind it have one. */
  private static Polygon lot(
      Coordinate[] c,
      double left,
      double right,
      double low,
      double high,
      double middle,
      double[] behind) {
    List<Coordinate> ring = new ArrayList<>();
    for (double v : new double[] {low, high}) {
      boolean forth = v == low;
      ring.add(bilinear(c, forth ? left : right, v));
      if (v == middle) {
        for (int k = 0; k < behind.length; k++) {
          double u = behind[forth ? k : behind.length - 1 - k];
          if (u > left && u < right) {
            ring.add(bilinear(c, u, v));
          }
        }
      }
      ring.add(bilinear(c, forth ? right : left, v));
    }
    return Shapes.polygon(ring);
  }

  /** The block's corners, half a street inside the crossings. */
  private Coordinate[] inset(int column, int row) {
    Coordinate[] c = {
      node(column, row), node(column + 1, row), node(column + 1, row + 1), node(column, row + 1)
    };
    double x = half(column);
    double right = half(column + 1);
    double y = half(row);
    double top = half(row + 1);
    double w = c[0].distance(c[1]);
    double h = c[0].distance(c[3]);
    return new Coordinate[] {
      bilinear(c, x / w, y / h), bilinear(c, 1 - right / w, y / h),
      bilinear(c, 1 - right / w, 1 - top / h), bilinear(c, x / w, 1 - top / h)
    };
  }

  /** Every sixth street is a main road. */
  static double half(int line) {
    return Math.floorMod(line, 6) == 0 ? 19 : Math.floorMod(line, 2) == 0 ? 11 : 7;
  }

  private String code(double x, double y, double away, Dice dice) {
    double lean = use.at(x, y);
    if (lean < -0.55) {
      return dice.chance(0.7) ? "M2" : "W1";
    }
    if (lean > 0.62 && dice.chance(0.3)) {
      return "G1";
    }
    double centre = StrictMath.exp(-away / 9000);
    int k = dice.weighted(62, 12 + 30 * centre, 6 + 25 * centre, 5, 3, 3);
    return switch (k) {
      case 0 -> "R2";
      case 1 -> "B11";
      case 2 -> "B29";
      case 3 -> "A33";
      case 4 -> "G1";
      default -> "M1";
    };
  }

  private static Coordinate bilinear(Coordinate[] c, double u, double v) {
    double a = (1 - u) * (1 - v);
    double b = u * (1 - v);
    double d = u * v;
    double e = (1 - u) * v;
    return Shapes.at(
        a * c[0].x + b * c[1].x + d * c[2].x + e * c[3].x,
        a * c[0].y + b * c[1].y + d * c[2].y + e * c[3].y);
  }
}
