package org.citygis.samplecity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Lays roads along the plan's directions at the plan's distances, as streamlines are drawn in a
 * flow (Jobard and Lefer 1997; Chen et al. 2008 for streets): a new road starts beside an old one
 * and runs until it comes too near to a parallel one, to water, a hill or the city's limits.
 */
final class RoadTracer {
  private static final double STEP = 20;
  private static final double CELL = 150;
  private static final double PARALLEL = StrictMath.toRadians(35);

  private record Sample(double x, double y, double angle, int road) {}

  /** Where the roads of a pass may run. */
  interface Ground {
    boolean allows(double x, double y);
  }

  interface Spacing {
    double at(double x, double y);
  }

  private final Plan plan;
  private final Map<Long, List<Sample>> cells = new HashMap<>();
  final List<Road> roads = new ArrayList<>();

  RoadTracer(Plan plan) {
    this.plan = plan;
  }

  /** Adds a road whose course is given. */
  Road lay(Road.Rank rank, List<Coordinate> course) {
    Road road = new Road(roads.size(), rank, course);
    roads.add(road);
    for (int i = 1; i < course.size(); i++) {
      Coordinate a = course.get(i - 1);
      Coordinate b = course.get(i);
      double angle = StrictMath.atan2(b.y - a.y, b.x - a.x);
      int parts = (int) Math.ceil(a.distance(b) / 25);
      for (int k = 0; k < parts; k++) {
        double t = (double) k / parts;
        remember(new Sample(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y), angle, road.id));
      }
    }
    return road;
  }

  /** Fills the ground with roads of one rank, beginning beside and across those that are there. */
  void fill(Road.Rank rank, Ground ground, Spacing spacing, double shortest) {
    ArrayDeque<double[]> seeds = new ArrayDeque<>();
    for (Road road : List.copyOf(roads)) {
      seed(road, spacing, seeds);
    }
    while (!seeds.isEmpty()) {
      double[] seed = seeds.poll();
      double gap = spacing.at(seed[0], seed[1]);
      if (!ground.allows(seed[0], seed[1]) || parallel(seed[0], seed[1], seed[2], gap * 0.86)) {
        continue;
      }
      List<Coordinate> course =
          new ArrayList<>(run(seed[0], seed[1], seed[2] + StrictMath.PI, ground, spacing));
      Collections.reverse(course);
      List<Coordinate> ahead = run(seed[0], seed[1], seed[2], ground, spacing);
      course.addAll(ahead.subList(1, ahead.size()));
      if (length(course) >= Math.max(shortest, gap * 0.8)) {
        seed(lay(rank, simplified(course)), spacing, seeds);
      }
    }
  }

  private void seed(Road road, Spacing spacing, ArrayDeque<double[]> seeds) {
    double walked = 0;
    for (int i = 1; i < road.course.size(); i++) {
      Coordinate a = road.course.get(i - 1);
      Coordinate b = road.course.get(i);
      double length = a.distance(b);
      double angle = StrictMath.atan2(b.y - a.y, b.x - a.x);
      for (double t = 0; t < length; t += 40) {
        double x = a.x + t / length * (b.x - a.x);
        double y = a.y + t / length * (b.y - a.y);
        double gap = spacing.at(x, y);
        walked += 40;
        if (walked < gap * 0.5) {
          continue;
        }
        walked = 0;
        double along = arm(x, y, angle);
        double across = arm(x, y, angle + StrictMath.PI / 2);
        double nx = -StrictMath.sin(angle) * gap;
        double ny = StrictMath.cos(angle) * gap;
        seeds.add(new double[] {x + nx, y + ny, along});
        seeds.add(new double[] {x - nx, y - ny, along});
        seeds.add(new double[] {x, y, across});
      }
    }
  }

  private List<Coordinate> run(double x, double y, double heading, Ground ground, Spacing spacing) {
    List<Coordinate> course = new ArrayList<>();
    course.add(new Coordinate(x, y));
    for (int n = 0; n < 2500; n++) {
      double gap = spacing.at(x, y);
      double half = arm(x, y, heading);
      double mx = x + STEP / 2 * StrictMath.cos(half);
      double my = y + STEP / 2 * StrictMath.sin(half);
      heading = arm(mx, my, half);
      double nx = x + STEP * StrictMath.cos(heading);
      double ny = y + STEP * StrictMath.sin(heading);
      if (!ground.allows(nx, ny)) {
        return course;
      }
      if (parallel(nx, ny, heading, gap * 0.55) || meetsItself(course, nx, ny, gap * 0.6)) {
        reach(course, heading, gap, ground);
        return course;
      }
      x = nx;
      y = ny;
      course.add(new Coordinate(x, y));
    }
    return course;
  }

  /** Carries the end on to the next road across, when there is one within a block. */
  private void reach(List<Coordinate> course, double heading, double gap, Ground ground) {
    Coordinate end = course.get(course.size() - 1);
    double dx = StrictMath.cos(heading);
    double dy = StrictMath.sin(heading);
    for (double t = 10; t < gap * 0.95; t += 10) {
      double x = end.x + t * dx;
      double y = end.y + t * dy;
      if (!ground.allows(x, y)) {
        return;
      }
      for (Sample s : near(x, y, 15)) {
        if (apart(s.angle, heading) > PARALLEL) {
          course.add(new Coordinate(x + 25 * dx, y + 25 * dy));
          return;
        }
      }
    }
  }

  private static boolean meetsItself(List<Coordinate> course, double x, double y, double gap) {
    int old = course.size() - (int) (3 * gap / STEP);
    for (int i = 0; i < old; i += 3) {
      Coordinate c = course.get(i);
      if (Math.abs(c.x - x) < gap && Math.abs(c.y - y) < gap) {
        return true;
      }
    }
    return false;
  }

  private boolean parallel(double x, double y, double heading, double within) {
    for (Sample s : near(x, y, within)) {
      if (apart(s.angle, heading) < PARALLEL) {
        return true;
      }
    }
    return false;
  }

  private List<Sample> near(double x, double y, double within) {
    List<Sample> found = new ArrayList<>();
    int left = (int) Math.floor((x - within) / CELL);
    int right = (int) Math.floor((x + within) / CELL);
    int low = (int) Math.floor((y - within) / CELL);
    int high = (int) Math.floor((y + within) / CELL);
    double square = within * within;
    for (int j = low; j <= high; j++) {
      for (int i = left; i <= right; i++) {
        List<Sample> cell = cells.get(key(i, j));
        if (cell == null) {
          continue;
        }
        for (Sample s : cell) {
          double dx = s.x - x;
          double dy = s.y - y;
          if (dx * dx + dy * dy < square) {
            found.add(s);
          }
        }
      }
    }
    return found;
  }

  private void remember(Sample s) {
    int i = (int) Math.floor(s.x / CELL);
    int j = (int) Math.floor(s.y / CELL);
    cells.computeIfAbsent(key(i, j), k -> new ArrayList<>()).add(s);
  }

  private static long key(int i, int j) {
    return ((long) i << 32) ^ (j & 0xffffffffL);
  }

  /** That arm of the plan's cross which is nearest to the heading. */
  private double arm(double x, double y, double heading) {
    double angle = plan.direction(x, y);
    double quarter = StrictMath.PI / 2;
    return angle + Math.rint((heading - angle) / quarter) * quarter;
  }

  /** The angle between two lines, from 0 to a right angle. */
  private static double apart(double a, double b) {
    double d = Math.abs(a - b) % StrictMath.PI;
    return Math.min(d, StrictMath.PI - d);
  }

  private static double length(List<Coordinate> course) {
    double sum = 0;
    for (int i = 1; i < course.size(); i++) {
      sum += course.get(i).distance(course.get(i - 1));
    }
    return sum;
  }

  private static List<Coordinate> simplified(List<Coordinate> course) {
    LineString line = Shapes.FACTORY.createLineString(course.toArray(Coordinate[]::new));
    return List.of(DouglasPeuckerSimplifier.simplify(line, 1.5).getCoordinates());
  }
}
