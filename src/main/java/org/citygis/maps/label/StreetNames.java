package org.citygis.maps.label;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.maps.font.Face;
import org.citygis.style.Symbolizer;

/** Names along lines: one for each name in each cell, where it has room. */
final class StreetNames {
  /** How far from the middle of a line its name may move, in pixels. */
  private static final double[] SHIFTS = {0, -50, 50};

  private static final double BESIDE = 4;

  private record Name(Symbolizer.Label symbol, int order, String text, double left, double top) {}

  private record Street(Labels.Wish wish, List<double[]> lines) {}

  private final Cells cells;
  private final Map<Name, Street> streets = new LinkedHashMap<>();

  StreetNames(Cells cells) {
    this.cells = cells;
  }

  void add(Labels.Wish wish, double[] xy, int from, int to) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int i = 2 * from; i < 2 * to; i += 2) {
      minX = Math.min(minX, xy[i]);
      maxX = Math.max(maxX, xy[i]);
      minY = Math.min(minY, xy[i + 1]);
      maxY = Math.max(maxY, xy[i + 1]);
    }
    // No picture is wider than this; a line across a continent is not followed cell by cell.
    double firstX = Math.max(minX, -2 * Cells.SIDE);
    double firstY = Math.max(minY, -2 * Cells.SIDE);
    for (double left = Cells.before(firstX, cells.originX());
        left < Math.min(maxX, 20_000);
        left += Cells.SIDE) {
      for (double top = Cells.before(firstY, cells.originY());
          top < Math.min(maxY, 20_000);
          top += Cells.SIDE) {
        List<double[]> inside = CellClip.clip(xy, from, to, left, top);
        if (!inside.isEmpty()) {
          Name name = new Name(wish.symbol(), wish.order(), wish.text(), left, top);
          streets
              .computeIfAbsent(name, key -> new Street(wish, new ArrayList<>()))
              .lines
              .addAll(inside);
        }
      }
    }
  }

  List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    for (Street street : streets.values()) {
      Labels.Wish wish = street.wish;
      Face face = Face.of(wish.lettering());
      double length = face.width(wish.text()) + BESIDE;
      List<double[]> chains =
          Chains.join(street.lines).stream()
              .filter(line -> Along.length(line) >= length)
              .sorted(
                  Comparator.comparingDouble((double[] line) -> Math.rint(Along.length(line)))
                      .reversed())
              .limit(2)
              .toList();
      List<Placing> ways = new ArrayList<>();
      for (double[] chain : chains) {
        double middle = Along.length(chain) / 2;
        for (double shift : SHIFTS) {
          Placing placing = new Along(chain, wish, face).at(middle + shift);
          if (placing != null) {
            ways.add(placing);
          }
        }
      }
      if (!ways.isEmpty()) {
        candidates.add(
            new Candidate(
                wish.lettering(),
                wish.text(),
                wish.rank(),
                wish.order(),
                Along.length(chains.get(0)),
                0,
                ways));
      }
    }
    return candidates;
  }
}
