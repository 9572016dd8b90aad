package org.citygis.samplecity;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** Divides the blocks into plots and gives each its class of GB 50137, by quarter and frontage. */
final class LandUse {
  private final List<Block> blocks;
  private final Noise taste = new Noise("land use", 520);
  final List<Plot> plots = new ArrayList<>();
  private int next;

  LandUse(List<Block> blocks) {
    this.blocks = blocks;
  }

  List<Plot> build() {
    for (Block block : blocks) {
      Dice dice = Dice.of("plots", block.id());
      List<Plot> own = new ArrayList<>();
      for (Polygon piece : pieces(block, dice)) {
        Plot plot = new Plot(next++, block, piece, frontage(block, piece));
        own.add(plot);
        plots.add(plot);
      }
      if (block.quarter() == Block.Quarter.COUNTRY) {
        villages(block, own, dice);
      }
      for (Plot plot : own) {
        plot.code = plot.code.isEmpty() ? code(plot, Dice.of("code", plot.id)) : plot.code;
      }
    }
    limits();
    return plots;
  }

  private static List<Polygon> pieces(Block block, Dice dice) {
    double size = block.quarter().plot;
    if (block.quarter() == Block.Quarter.HOUSING) {
      size *= 0.75 + 0.5 * (1 - block.urban());
    }
    if (isPark(block)) {
      return List.of(block.shape());
    }
    List<Polygon> pieces = Lots.split(block.shape(), size, dice);
    boolean mixed =
        switch (block.quarter()) {
          case HOUSING, SCIENCE, WORKS -> dice.chance(0.62);
          default -> false;
        };
    if (mixed) {
      Polygon corner = pieces.remove(dice.whole(0, pieces.size() - 1));
      pieces.addAll(Lots.split(corner, 8_500, dice));
    }
    return pieces;
  }

  /** Now and then a whole block is a park. */
  private static boolean isPark(Block block) {
    return switch (block.quarter()) {
      case HOUSING, MIXED, SCIENCE, CENTRE ->
          block.shape().getArea() > 35_000 && Dice.of("park block", block.id()).chance(0.022);
      default -> false;
    };
  }

  private static int frontage(Block block, Polygon piece) {
    int best = 9;
    IndexedFacetDistance edge = new IndexedFacetDistance(piece);
    for (RoadGraph.Segment s : block.streets()) {
      Road road = s.road();
      if (road != null
          && road.rank.ordinal() < best
          && edge.isWithinDistance(s.line(), road.rank.half + 4)) {
        best = road.rank.ordinal();
      }
    }
    return best;
  }

  /** Turns one corner of a piece of country into a village: its plots become small. */
  private void villages(Block block, List<Plot> own, Dice dice) {
    if (own.isEmpty() || block.shape().getArea() < 150_000 || !dice.chance(0.62)) {
      return;
    }
    Plot home = own.get(dice.whole(0, own.size() - 1));
    if (home.frontage == 9) {
      return;
    }
    plots.remove(home);
    own.remove(home);
    List<Polygon> parts = Lots.split(home.rough, 42_000, dice);
    List<Plot> near = new ArrayList<>();
    for (Polygon part : parts) {
      near.add(new Plot(next++, block, part, frontage(block, part)));
    }
    int built = 0;
    int most = dice.whole(1, 3);
    Plot first = null;
    for (Plot plot : near) {
      if (plot.frontage < 9
          && built < most
          && (first == null || first.away(plot.x, plot.y) < 420)) {
        plot.code = "H14";
        first = first == null ? plot : first;
        built++;
      }
    }
    own.addAll(near);
    plots.addAll(near);
  }

  private String code(Plot plot, Dice dice) {
    double size = plot.area();
    if (isPark(plot.block)) {
      return "G1";
    }
    boolean main = plot.frontage <= 2;
    double lean = taste.at(plot.x, plot.y);
    double shops = (main ? 1.7 : 0.45) * (1 + Math.max(-0.8, lean));
    return switch (plot.block.quarter()) {
      case WATER -> "E11";
      case HILL -> plot.block.urban() > 0.25 ? "G1" : "E2";
      case RIVERSIDE -> "G1";
      case BELT -> "G2";
      case COUNTRY -> "E2";
      case OLD_TOWN ->
          pick(
              dice,
              "R2",
              30,
              "R3",
              9,
              "B11",
              15 * shops,
              "B14",
              4 * shops,
              "B29",
              5 * shops,
              "A1",
              4,
              "A22",
              2,
              "A7",
              2.5,
              "A9",
              1,
              "G1",
              2,
              "G3",
              0.8,
              "S42",
              1.5,
              "R22",
              2);
      case CENTRE ->
          pick(
              dice,
              "B21",
              14,
              "B29",
              26,
              "B11",
              15 * shops,
              "B14",
              6,
              "R2",
              17,
              "A22",
              2,
              "G1",
              4,
              "G3",
              2,
              "S42",
              2);
      case MIXED ->
          pick(
              dice,
              "R2",
              60,
              "B11",
              9 * shops,
              "B29",
              9 * shops,
              "B14",
              2.5 * shops,
              "B3",
              2,
              "R22",
              2.5,
              "A1",
              2.2,
              "G1",
              1.8,
              "G3",
              0.4,
              "S42",
              1.5);
      case HOUSING -> {
        boolean fine = plot.block.urban() < 0.42 && lean < -0.35;
        yield pick(
            dice,
            fine ? "R1" : "R2",
            78,
            "B11",
            5 * shops,
            "B29",
            3 * shops,
            "R22",
            2.5,
            "A1",
            1,
            "G1",
            1.8,
            "S42",
            0.8,
            "M1",
            plot.block.urban() < 0.35 ? 3 : 0);
      }
      case WORKS ->
          pick(
              dice,
              plot.x < -9000 ? "M3" : "M2",
              46,
              "M2",
              14,
              "M1",
              16,
              "W1",
              6,
              "B29",
              2,
              "G2",
              4,
              "R2",
              size < 40_000 ? 5 : 0,
              "S41",
              1,
              "B11",
              1.5 * shops);
      case SCIENCE ->
          pick(dice, "M1", 42, "A35", 16, "B29", 13, "R2", 16, "G1", 3, "B11", 3 * shops);
      case STORES -> pick(dice, "W1", 46, "W2", 16, "M1", 12, "S41", 4, "B12", 6, "R2", 5, "G2", 4);
      case CAMPUS -> pick(dice, "A31", 58, "A35", 9, "R2", 14, "B11", 5 * shops, "G1", 7, "A4", 3);
      case TOWN ->
          pick(
              dice,
              "R2",
              60,
              "R3",
              6,
              "B11",
              12 * shops,
              "A1",
              2.5,
              "M1",
              size > 9000 ? 9 : 2,
              "G1",
              2,
              "B29",
              3 * shops,
              "S42",
              1);
    };
  }

  private static String pick(Dice dice, Object... codesAndWeights) {
    double[] weights = new double[codesAndWeights.length / 2];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = ((Number) codesAndWeights[2 * i + 1]).doubleValue();
    }
    return (String) codesAndWeights[2 * dice.weighted(weights)];
  }

  /**
   * Floor area ratio, height limit, density and green ratio, by class and distance from the centre.
   */
  void limits() {
    for (Plot p : plots) {
      Dice dice = Dice.of("limits", p.id);
      double u = p.block.urban();
      boolean old = p.block.quarter() == Block.Quarter.OLD_TOWN;
      boolean core = p.block.quarter() == Block.Quarter.CENTRE;
      switch (p.code.substring(0, 1)) {
        case "R" -> {
          boolean low = p.is("R1");
          boolean tower = !old && dice.chance(0.25 + 0.45 * u);
          double far =
              low ? 0.9 : p.is("R3") ? 1.5 : old ? 1.7 : tower ? 2.1 + 1.3 * u : 1.5 + 0.4 * u;
          set(
              p,
              dice,
              far,
              low ? 12 : old ? 24 : tower ? 60 + 40 * u : 24,
              low ? 25 : old ? 35 : tower ? 20 : 28,
              old ? 25 : 35);
        }
        case "B" ->
            set(
                p,
                dice,
                core ? 5.5 : old ? 3 : 1.5 + 3 * u * u,
                core ? 150 : old ? 36 : 24 + 70 * u * u,
                core ? 45 : 50,
                20);
        case "A" ->
            set(p, dice, p.is("A33") ? 0.8 : p.is("A5") ? 2 : 1.4, p.is("A33") ? 24 : 45, 30, 35);
        case "M", "W" -> set(p, dice, p.is("M1") ? 1.6 : 1.1, p.is("M1") ? 36 : 24, 48, 15);
        case "S", "U" -> set(p, dice, 0.6, 18, 30, 30);
        case "H" -> set(p, dice, 0.6, 12, 35, 15);
        case "G" -> set(p, dice, 0.02, 9, 2, p.is("G3") ? 35 : 75);
        default -> set(p, dice, 0, 0, 0, 0);
      }
    }
  }

  private static void set(
      Plot p, Dice dice, double far, double height, double density, double green) {
    p.far = Math.round(far * dice.between(0.9, 1.12) * 10) / 10.0;
    p.height = Math.round(height * dice.between(0.85, 1.15) / 3) * 3;
    p.density = Math.round(density);
    p.green = Math.round(green);
  }
}
