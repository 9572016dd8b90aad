package org.citygis.samplecity;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Puts buildings on parcels: rows of slabs that face south, towers, sheds, courtyards, cottages.
 */
final class Houses {
  /** A building's footprint and its data; {@code use} is a code of the list building_use. */
  record House(
      Polygon shape,
      Plot.Parcel parcel,
      String use,
      int floors,
      double height,
      int year,
      String name,
      String nameEn) {}

  private final List<House> houses = new ArrayList<>();
  private final Names towers = new Names("towers");

  List<House> build(List<Plot> plots) {
    for (Plot plot : plots) {
      for (int i = 0; i < plot.parcels.size(); i++) {
        fill(plot.parcels.get(i), Dice.of("houses " + i, plot.id));
      }
    }
    return houses;
  }

  private void fill(Plot.Parcel parcel, Dice dice) {
    Plot plot = parcel.plot;
    double u = plot.block.urban();
    boolean old = plot.block.quarter() == Block.Quarter.OLD_TOWN;
    Ground ground = new Ground(parcel, old || plot.is("H") ? 3 : plot.is("B") ? 6 : 5);
    if (ground.land.isEmpty()) {
      return;
    }
    switch (plot.code.substring(0, 1)) {
      case "R" -> {
        if (plot.is("R1")) {
          cells(ground, dice, 18, 14, 11, 13, 0.92, "residential", 2, 3);
        } else if (plot.is("R22")) {
          blocksOf(
              ground, dice, plot.site.equals("kindergarten") ? "education" : "government", 2, 4);
        } else if (plot.is("R3")) {
          cells(ground, dice, 16, 11, 4, 5, 0.88, "residential", 2, 4);
        } else if (old && dice.chance(0.45)) {
          cells(ground, dice, 24, 12, 5, 8, 0.9, "residential", 2, 5);
        } else {
          rows(ground, dice, plot);
        }
      }
      case "H" -> cells(ground, dice, 15, 11, 7, 9, 0.7, "rural", 1, 3);
      case "B" -> business(ground, dice, plot, u);
      case "A" -> publicHouses(ground, dice, plot);
      case "M", "W" -> sheds(ground, dice, plot);
      case "S" -> blocksOf(ground, dice, "transport", 1, plot.is("S3") ? 4 : 2);
      case "U" -> blocksOf(ground, dice, "utility", 1, 3);
      default -> {
        if (plot.is("G1") && plot.area() > 9000 && dice.chance(0.35)) {
          one(ground, dice, 16, 10, "culture", 1);
        }
      }
    }
  }

  /** Rows of residential slabs or towers, their long sides to the south. */
  private void rows(Ground g, Dice dice, Plot plot) {
    boolean tower = plot.height > 45;
    int most = (int) Math.max(4, Math.round(plot.height / 3));
    boolean point = tower && dice.chance(0.4);
    double deep =
        point ? dice.between(20, 24) : tower ? dice.between(15, 18) : dice.between(11.5, 13.5);
    double wide =
        point ? dice.between(27, 35) : tower ? dice.between(44, 64) : dice.between(54, 80);
    double pitch = deep + (tower ? dice.between(29, 40) : dice.between(17, 23));
    double gap = tower ? dice.between(15, 24) : dice.between(8, 13);
    Lots.Frame f = south(g.frame, dice);
    int year =
        (int)
            Math.min(
                2025,
                Math.max(
                    1978, 2016 - 30 * plot.block.urban() + 12 * dice.bell() + (tower ? 8 : -2)));
    Row row = new Row(deep, pitch, wide, gap, point ? wide : 18);
    inRows(
        g,
        f,
        row,
        (u, v, each) -> {
          if (!dice.chance(0.05)) {
            int floors =
                tower ? dice.whole(Math.max(9, most - 5), most) : Math.min(most, dice.whole(5, 7));
            List<Coordinate> ring =
                point
                    ? Footprint.cross(f, u, v, each / 2, deep / 2)
                    : Footprint.slab(f, u, v, each / 2, deep / 2, dice.chance(0.5));
            add(g, ring, "residential", floors, year, "", "");
          }
        });
  }

  /**
   * Rows of buildings.
   *
   * @param deep their depth, {@code pitch} from one row to the next, {@code wide} their wished
   *     length, {@code gap} between two of them, {@code least} the shortest length, all in metres
   */
  private record Row(double deep, double pitch, double wide, double gap, double least) {}

  private interface Placing {
    void at(double u, double v, double length);
  }

  /** Lays rows evenly over the ground and fills each from end to end. */
  private static void inRows(Ground g, Lots.Frame f, Row row, Placing placing) {
    int rows = (int) Math.max(1, Math.floor((2 * f.across() - row.deep) / row.pitch + 1.25));
    double free = 2 * f.across() - row.deep;
    double pitch = rows == 1 ? 0 : Math.max(row.pitch * 0.86, free / (rows - 1));
    for (int r = 0; r < rows; r++) {
      double v = rows == 1 ? 0 : f.across() - row.deep / 2 - r * pitch;
      for (double[] span : g.spans(f, v - row.deep / 2 - 0.2, v + row.deep / 2 + 0.2)) {
        double room = span[1] - span[0] - 0.4;
        if (room < row.least) {
          continue;
        }
        int n = (int) Math.max(1, Math.round((room + row.gap) / (row.wide + row.gap)));
        while (n > 1 && (room + row.gap) / n - row.gap < row.least) {
          n--;
        }
        boolean fixed = row.least == row.wide;
        double each = fixed ? row.wide : Math.min(row.wide * 1.3, (room + row.gap) / n - row.gap);
        double between = n == 1 ? 0 : (room - n * each) / (n - 1);
        double start = span[0] + 0.2 + (n == 1 ? (room - each) / 2 : 0);
        for (int i = 0; i < n; i++) {
          placing.at(start + i * (each + between) + each / 2, v, each);
        }
      }
    }
  }

  private static Lots.Frame south(Lots.Frame f, Dice dice) {
    double turned = Math.abs(StrictMath.sin(f.angle()));
    Lots.Frame east = turned > 0.72 ? f.turned() : f;
    return dice.chance(0.12) ? east.turned() : east;
  }

  private void cells(
      Ground g,
      Dice dice,
      double wide,
      double deep,
      double gap,
      double lane,
      double filled,
      String use,
      int low,
      int high) {
    Lots.Frame f = g.frame;
    int year = dice.whole(1975, 2018);
    for (double v = -f.across() + deep / 2; v <= f.across() - deep / 2 + 1; v += deep + lane) {
      for (double w = -f.along() + wide / 2; w <= f.along() - wide / 2 + 1; ) {
        double a = wide / 2 * dice.between(0.72, 1.1);
        double b = deep / 2 * dice.between(0.75, 1.05);
        if (dice.chance(filled)) {
          List<Coordinate> ring =
              dice.chance(0.2) ? Footprint.angle(f, w, v, a, b) : Footprint.box(f, w, v, a, b);
          add(g, ring, use, dice.whole(low, high), year + dice.whole(-6, 6), "", "");
        }
        w += 2 * a + gap;
      }
    }
  }

  private void business(Ground g, Dice dice, Plot plot, double u) {
    Lots.Frame f = g.frame;
    String use = plot.is("B2") ? "office" : plot.is("B41") ? "utility" : "commercial";
    if (plot.is("B41")) {
      one(g, dice, 18, 12, use, 1);
      return;
    }
    int most = (int) Math.max(2, Math.round(plot.height / 3.6));
    double size = most > 14 ? dice.between(40, 52) : dice.between(34, 60);
    int nx = (int) Math.max(1, Math.round(2 * f.along() / (size + 16)));
    int ny = (int) Math.max(1, Math.round(2 * f.across() / (size + 16)));
    double cw = f.along() / nx;
    double ch = f.across() / ny;
    int best = 0;
    for (int i = 0; i < nx; i++) {
      for (int j = 0; j < ny; j++) {
        double x = -f.along() + cw * (2 * i + 1);
        double y = -f.across() + ch * (2 * j + 1);
        double a = cw * dice.between(0.62, 0.86);
        double b = ch * dice.between(0.62, 0.86);
        int floors = dice.chance(0.4) ? dice.whole(2, 5) : dice.whole(Math.max(2, most / 2), most);
        boolean named = floors > 12 && best++ == 0 && plot.site.isEmpty();
        Names.Name n = named ? towers.trade() : new Names.Name("", "");
        String zh = named ? n.zh() + (use.equals("office") ? "大厦" : "广场") : "";
        String en = named ? n.en() + (use.equals("office") ? " Tower" : " Plaza") : "";
        List<Coordinate> ring =
            switch (dice.weighted(5, 2, 2)) {
              case 0 -> Footprint.box(f, x, y, Math.min(a, 38), Math.min(b, 34));
              case 1 -> Footprint.angle(f, x, y, a, b);
              default -> Footprint.horseshoe(f, x, y, a, b, 0.42);
            };
        add(g, ring, use, floors, dice.whole(1992, 2025), zh, en);
      }
    }
  }

  private void publicHouses(Ground g, Dice dice, Plot plot) {
    String use =
        plot.is("A3")
            ? "education"
            : plot.is("A5") || plot.is("A6") ? "medical" : plot.is("A1") ? "government" : "culture";
    if (plot.is("A4")) {
      double r = Math.min(g.frame.across() * 0.62, 110);
      List<Coordinate> ring = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        double t = StrictMath.PI * i / 12;
        ring.add(g.frame.at(r * 1.25 * StrictMath.cos(t), r * StrictMath.sin(t)));
      }
      add(g, ring, use, 3, dice.whole(1995, 2022), plot.name, plot.nameEn);
      return;
    }
    blocksOf(g, dice, use, plot.is("A5") ? 4 : 2, plot.is("A5") ? 14 : plot.is("A1") ? 10 : 5);
  }

  /** A few larger buildings, bars and horseshoes, with open ground between. */
  private void blocksOf(Ground g, Dice dice, String use, int low, int high) {
    Lots.Frame f = south(g.frame, dice);
    double size = Math.min(58, Math.max(16, Math.min(f.along(), f.across()) * 1.1));
    int nx = (int) Math.max(1, Math.floor(2 * f.along() / (size + 14)));
    int ny = (int) Math.max(1, Math.floor(2 * f.across() / (size * 0.8 + 14)));
    double cw = f.along() / nx;
    double ch = f.across() / ny;
    boolean first = true;
    for (int j = 0; j < ny; j++) {
      for (int i = 0; i < nx; i++) {
        if (nx * ny > 2 && dice.chance(0.22)) {
          continue;
        }
        double x = -f.along() + cw * (2 * i + 1);
        double y = -f.across() + ch * (2 * j + 1);
        double a = Math.min(cw * 0.82, size / 2);
        double b = Math.min(ch * 0.8, size / 2);
        List<Coordinate> ring =
            switch (dice.weighted(4, 3, 3)) {
              case 0 -> Footprint.box(f, x, y, a, Math.min(b, 11));
              case 1 -> Footprint.horseshoe(f, x, y, a, b, 0.36);
              default -> Footprint.angle(f, x, y, a, b);
            };
        String zh = first ? g.parcel.plot.name : "";
        String en = first ? g.parcel.plot.nameEn : "";
        if (add(g, ring, use, dice.whole(low, high), dice.whole(1985, 2024), zh, en)) {
          first = false;
        }
      }
    }
  }

  private void sheds(Ground g, Dice dice, Plot plot) {
    boolean light = plot.is("M1");
    double deep = light ? dice.between(24, 34) : dice.between(32, 52);
    double lane = dice.between(13, 18);
    int year = dice.whole(1988, 2022);
    Row row = new Row(deep, deep + lane, dice.between(70, 130), lane, 26);
    inRows(
        g,
        g.frame,
        row,
        (u, v, each) -> {
          if (dice.chance(0.9)) {
            double a = each / 2 * dice.between(0.8, 1);
            double b = deep / 2 * dice.between(0.8, 1);
            int floors = light ? dice.whole(2, 6) : dice.whole(1, 2);
            add(g, Footprint.box(g.frame, u, v, a, b), "industrial", floors, year, "", "");
          }
        });
    one(g, dice, 26, 12, "office", dice.whole(3, 6));
  }

  private void one(Ground g, Dice dice, double wide, double deep, String use, int floors) {
    for (int n = 0; n < 6; n++) {
      double u = g.frame.along() * dice.between(-0.8, 0.8);
      double v = g.frame.across() * dice.between(-0.8, 0.8);
      if (add(
          g,
          Footprint.box(g.frame, u, v, wide / 2, deep / 2),
          use,
          floors,
          dice.whole(1990, 2023),
          "",
          "")) {
        return;
      }
    }
  }

  private boolean add(
      Ground g, List<Coordinate> ring, String use, int floors, int year, String zh, String en) {
    Polygon shape = Shapes.polygon(ring);
    if (shape.getArea() < 30 || !g.fits(shape)) {
      return false;
    }
    g.built.add(shape);
    double storey =
        use.equals("industrial") ? 7.5 : use.equals("residential") || use.equals("rural") ? 3 : 3.9;
    double height = Math.round(floors * storey * 10) / 10.0;
    houses.add(new House(shape, g.parcel, use, floors, height, Math.min(2026, year), zh, en));
    return true;
  }
}
