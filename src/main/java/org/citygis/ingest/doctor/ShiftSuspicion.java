package org.citygis.ingest.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citygis.geo.Box;
import org.citygis.geo.Geodesic;
import org.citygis.geo.LonLat;
import org.citygis.geo.MapShift;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;

/**
 * Whether the places of a file are displaced as a map service displaces them. Each place of a
 * sample is tried as it stands and with each displacement taken back; the true hypothesis brings
 * most of them close to a vertex of the reference layer, the others leave them where chance does.
 * The median decides, so that half of the sample may have no counterpart at all.
 */
final class ShiftSuspicion {
  private static final double CELL_DEGREES = 0.01;
  private static final double AROUND_METRES = 120;
  private static final double METRES_PER_DEGREE = 111_195;
  private static final int MOST_CELLS = 60;
  private static final int FEWEST = 8;
  private static final int MOST_PAIRS = 50;
  private static final double CLEARLY = 0.5;

  /** Farther than that nothing in the reference layer is the same thing. */
  private static final double FAR_METRES = 40;

  /** No shift, and each there is. */
  private static final List<@Nullable MapShift> HYPOTHESES =
      Arrays.asList(null, MapShift.GCJ_02, MapShift.BD_09);

  /** A place of the file under each hypothesis, and what it then lies next to. */
  private record Trial(Coordinate[] places, double[] metres, Coordinate[] next) {
    static Trial of(double lon, double lat) {
      Coordinate[] places = new Coordinate[HYPOTHESES.size()];
      for (int i = 0; i < places.length; i++) {
        double[] place = {lon, lat};
        MapShift shift = HYPOTHESES.get(i);
        if (shift != null) {
          shift.remove(place, 1);
        }
        places[i] = new Coordinate(place[0], place[1]);
      }
      return new Trial(places, new double[places.length], new Coordinate[places.length]);
    }
  }

  private ShiftSuspicion() {}

  /**
   * @param places longitudes and latitudes of the file's sample
   * @param corrected what was taken back already, null for nothing
   */
  static ImportReport.ShiftReport examine(
      double[] places, ReferencePoints reference, @Nullable MapShift corrected) {
    List<Trial> trials = new ArrayList<>();
    for (List<Trial> cell : cells(places)) {
      compare(cell, reference);
      trials.addAll(cell);
    }
    double[] medians = new double[HYPOTHESES.size()];
    int best = 0;
    for (int i = 0; i < medians.length; i++) {
      medians[i] = median(trials, i);
      best = medians[i] < medians[best] ? i : best;
    }
    MapShift shift = HYPOTHESES.get(best);
    double confidence = confidence(medians, best, trials.size());
    boolean clear = shift != null && confidence >= CLEARLY && medians[best] <= FAR_METRES;
    return new ImportReport.ShiftReport(
        clear && shift != null ? shift.tag() : null,
        Math.round(confidence * 100) / 100.0,
        clear ? offset(trials, best) : 0,
        clear ? pairs(trials, best) : List.of(),
        reference.name(),
        trials.size(),
        corrected == null ? null : corrected.tag());
  }

  /** The sample by neighbourhoods, the fullest first, so that few queries see much of it. */
  private static List<List<Trial>> cells(double[] places) {
    Map<Long, List<Trial>> cells = new HashMap<>();
    for (int i = 0; i < places.length; i += 2) {
      if (Math.abs(places[i]) <= 180 && Math.abs(places[i + 1]) <= 90) {
        long cell =
            (long) Math.floor(places[i] / CELL_DEGREES) * 100_000
                + (long) Math.floor(places[i + 1] / CELL_DEGREES);
        cells
            .computeIfAbsent(cell, key -> new ArrayList<>())
            .add(Trial.of(places[i], places[i + 1]));
      }
    }
    return cells.values().stream()
        .sorted(Comparator.comparingInt((List<Trial> cell) -> cell.size()).reversed())
        .limit(MOST_CELLS)
        .toList();
  }

  private static void compare(List<Trial> cell, ReferencePoints reference) {
    Envelope around = new Envelope();
    cell.forEach(trial -> Arrays.stream(trial.places).forEach(around::expandToInclude));
    double dLat = AROUND_METRES / METRES_PER_DEGREE;
    double dLon = dLat / Math.cos(Math.toRadians(around.centre().y));
    around.expandBy(dLon, dLat);
    double squeeze = Math.cos(Math.toRadians(around.centre().y));
    KdTree tree = new KdTree();
    // In a plane where a degree is as long either way.
    for (Coordinate point : reference.within(Box.of(around))) {
      tree.insert(new Coordinate(point.x * squeeze, point.y), point);
    }
    for (Trial trial : cell) {
      for (int i = 0; i < HYPOTHESES.size(); i++) {
        next(tree, trial, i, squeeze);
      }
    }
  }

  private static void next(KdTree tree, Trial trial, int hypothesis, double squeeze) {
    Coordinate at = trial.places[hypothesis];
    Coordinate flat = new Coordinate(at.x * squeeze, at.y);
    KdNode nearest = nearest(tree, flat);
    if (nearest == null) {
      trial.metres[hypothesis] = AROUND_METRES;
    } else {
      double metres = nearest.getCoordinate().distance(flat) * METRES_PER_DEGREE;
      trial.metres[hypothesis] = Math.min(metres, AROUND_METRES);
      trial.next[hypothesis] = (Coordinate) nearest.getData();
    }
  }

  /** In boxes that double, so that little of the tree is looked at. */
  private static @Nullable KdNode nearest(KdTree tree, Coordinate at) {
    double last = AROUND_METRES / METRES_PER_DEGREE;
    for (double radius = last / 32; radius <= last; radius *= 2) {
      Envelope box = new Envelope(at);
      box.expandBy(radius);
      KdNode[] found = new KdNode[1];
      tree.query(
          box,
          node -> {
            if (found[0] == null
                || node.getCoordinate().distance(at) < found[0].getCoordinate().distance(at)) {
              found[0] = node;
            }
          });
      if (found[0] != null && found[0].getCoordinate().distance(at) <= radius) {
        return found[0];
      }
    }
    return null;
  }

  private static double median(List<Trial> trials, int hypothesis) {
    double[] metres =
        trials.stream().mapToDouble(trial -> trial.metres[hypothesis]).sorted().toArray();
    return metres.length == 0 ? AROUND_METRES : metres[metres.length / 2];
  }

  /** How much the best hypothesis is better than the next, and how many places say so. */
  private static double confidence(double[] medians, int best, int count) {
    double next = AROUND_METRES;
    for (int i = 0; i < medians.length; i++) {
      next = i == best ? next : Math.min(next, medians[i]);
    }
    // Below a metre all are the same: no survey is better.
    double better = 1 - (medians[best] + 1) / (next + 1);
    return count < FEWEST ? 0 : Math.max(0, better) * Math.min(1, 0.7 + 0.3 * count / 100);
  }

  private static double offset(List<Trial> trials, int best) {
    double[] metres =
        trials.stream()
            .mapToDouble(trial -> distance(trial.places[0], trial.places[best]))
            .sorted()
            .toArray();
    return Math.round(metres[metres.length / 2] * 10) / 10.0;
  }

  private static double distance(Coordinate a, Coordinate b) {
    return Geodesic.distanceMetres(new LonLat(a.x, a.y), new LonLat(b.x, b.y));
  }

  private static List<double[]> pairs(List<Trial> trials, int best) {
    List<double[]> pairs = new ArrayList<>();
    List<Trial> matched =
        trials.stream()
            .filter(trial -> trial.next[best] != null && trial.metres[best] <= FAR_METRES)
            .toList();
    double step = Math.max(1, matched.size() / (double) MOST_PAIRS);
    for (double i = 0; i < matched.size() && pairs.size() < MOST_PAIRS; i += step) {
      Coordinate file = matched.get((int) i).places[0];
      Coordinate there = matched.get((int) i).next[best];
      pairs.add(new double[] {file.x, file.y, there.x, there.y});
    }
    return pairs;
  }
}
