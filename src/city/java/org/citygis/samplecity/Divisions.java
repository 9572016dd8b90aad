package org.citygis.samplecity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Districts and subdistricts: every face between roads belongs to one, so that boundaries run along
 * roads and rivers and neighbours share their edges.
 */
final class Divisions {
  /** A district, with the first six digits of its code and two letters for plot numbers. */
  record District(String code, String letters, String name, String nameEn, double x, double y) {
    String fullCode() {
      return code + "000000";
    }

    String shortName() {
      return name.substring(0, name.length() - 1);
    }

    String shortNameEn() {
      return nameEn.replace(" District", "");
    }
  }

  static final List<District> DISTRICTS =
      List.of(
          new District("421902", "CZ", "城中区", "Chengzhong District", 300, 500),
          new District("421903", "WC", "文昌区", "Wenchang District", -800, 6300),
          new District("421904", "JH", "镜湖区", "Jinghu District", 7600, 4600),
          new District("421905", "BJ", "滨江区", "Binjiang District", 4300, -5200),
          new District("421906", "NH", "南湖区", "Nanhu District", -3600, -6200),
          new District("421907", "SQ", "石桥区", "Shiqiao District", -7600, 400),
          new District("421908", "QY", "青云区", "Qingyun District", -9500, 12500),
          new District("421909", "LL", "柳林区", "Liulin District", 9500, 13500),
          new District("421910", "BS", "白沙区", "Baisha District", 17000, -2000),
          new District("421911", "NP", "南屏区", "Nanping District", -11500, -11500));

  /** A subdistrict or town. */
  static final class Street {
    final String code;
    final District district;
    final String name;
    final String nameEn;
    final double x;
    final double y;
    final List<Integer> faces = new ArrayList<>();
    long population;

    Street(String code, District district, String name, String nameEn, double x, double y) {
      this.code = code;
      this.district = district;
      this.name = name;
      this.nameEn = nameEn;
      this.x = x;
      this.y = y;
    }

    boolean isTown() {
      return !name.endsWith("街道");
    }

    /** The name without 街道 or 镇. */
    String shortName() {
      return name.replaceAll("(街道|镇|乡)$", "");
    }

    String shortNameEn() {
      return nameEn.replaceAll(" (Subdistrict|Town|Township)$", "");
    }
  }

  final List<Street> streets = new ArrayList<>();
  private final int[] streetOfFace;
  private final List<Polygon> faces;

  Divisions(Plan plan, List<Polygon> faces) {
    this.faces = faces;
    streetOfFace = new int[faces.size()];
    found(plan);
    grow(plan);
    for (int f = 0; f < faces.size(); f++) {
      streets.get(streetOfFace[f]).faces.add(f);
    }
    streets.removeIf(s -> s.faces.isEmpty());
    for (int i = 0; i < streets.size(); i++) {
      for (int f : streets.get(i).faces) {
        streetOfFace[f] = i;
      }
    }
  }

  Street of(int face) {
    return streets.get(streetOfFace[face]);
  }

  private void found(Plan plan) {
    Names names = new Names("subdistricts");
    Dice dice = Dice.of("subdistricts");
    List<double[]> seeds = new ArrayList<>();
    List<String[]> called = new ArrayList<>();
    for (Plan.Town t : Plan.TOWNS) {
      seeds.add(new double[] {t.x(), t.y()});
      called.add(new String[] {t.name(), t.nameEn()});
    }
    List<Integer> order = new ArrayList<>();
    for (int f = 0; f < faces.size(); f++) {
      order.add(f);
    }
    dice.shuffle(order);
    for (int pass = 0; pass < 2; pass++) {
      for (int f : order) {
        Point p = faces.get(f).getInteriorPoint();
        double u = plan.urban(p.getX(), p.getY());
        boolean urban = u > 0.16 && Plan.ring(p.getX(), p.getY()) < 11000;
        if (urban != (pass == 0)) {
          continue;
        }
        double gap = urban ? 1500 + 1900 * (1 - u) : 5600;
        boolean free = true;
        for (double[] s : seeds) {
          free &= Math.hypot(s[0] - p.getX(), s[1] - p.getY()) > gap;
        }
        if (free) {
          seeds.add(new double[] {p.getX(), p.getY()});
          Names.Name n = names.street();
          called.add(
              urban
                  ? new String[] {n.zh() + "街道", n.en() + " Subdistrict"}
                  : new String[] {n.zh() + "镇", n.en() + " Town"});
        }
      }
    }
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < seeds.size(); i++) {
      double[] s = seeds.get(i);
      District nearest = DISTRICTS.get(0);
      for (District d : DISTRICTS) {
        if (Math.hypot(d.x - s[0], d.y - s[1]) < Math.hypot(nearest.x - s[0], nearest.y - s[1])) {
          nearest = d;
        }
      }
      boolean town = !called.get(i)[0].endsWith("街道");
      int number = numbers.merge(nearest.code + town, 1, Integer::sum);
      String code = nearest.code + String.format("%03d", town ? 100 + number - 1 : number) + "000";
      streets.add(new Street(code, nearest, called.get(i)[0], called.get(i)[1], s[0], s[1]));
    }
  }

  /** Each face joins the seed from which it is reached first; the river is slow to cross. */
  private void grow(Plan plan) {
    int n = faces.size();
    List<List<Integer>> beside = new ArrayList<>();
    Map<String, Integer> sides = new HashMap<>();
    double[][] centre = new double[n][];
    for (int f = 0; f < n; f++) {
      beside.add(new ArrayList<>());
      Point p = faces.get(f).getInteriorPoint();
      centre[f] = new double[] {p.getX(), p.getY()};
    }
    for (int f = 0; f < n; f++) {
      Polygon face = faces.get(f);
      rings(f, face.getExteriorRing().getCoordinates(), sides, beside);
      for (int i = 0; i < face.getNumInteriorRing(); i++) {
        rings(f, face.getInteriorRingN(i).getCoordinates(), sides, beside);
      }
    }
    record Step(double cost, int face, int street) {}
    PriorityQueue<Step> open =
        new PriorityQueue<>(
            java.util.Comparator.comparingDouble(Step::cost).thenComparingInt(Step::face));
    double[] best = new double[n];
    java.util.Arrays.fill(best, Double.MAX_VALUE);
    for (int s = 0; s < streets.size(); s++) {
      int nearest = 0;
      for (int f = 1; f < n; f++) {
        Street at = streets.get(s);
        if (Math.hypot(centre[f][0] - at.x, centre[f][1] - at.y)
            < Math.hypot(centre[nearest][0] - at.x, centre[nearest][1] - at.y)) {
          nearest = f;
        }
      }
      open.add(new Step(0, nearest, s));
    }
    while (!open.isEmpty()) {
      Step step = open.poll();
      if (step.cost >= best[step.face]) {
        continue;
      }
      best[step.face] = step.cost;
      streetOfFace[step.face] = step.street;
      for (int g : beside.get(step.face)) {
        double length =
            Math.hypot(centre[g][0] - centre[step.face][0], centre[g][1] - centre[step.face][1]);
        boolean wild =
            faces.get(g).getArea() > 500_000 && Plan.ring(centre[g][0], centre[g][1]) < 9000;
        open.add(new Step(step.cost + length * (wild ? 3 : 1), g, step.street));
      }
    }
  }

  private static void rings(
      int face, Coordinate[] c, Map<String, Integer> sides, List<List<Integer>> beside) {
    for (int i = 1; i < c.length; i++) {
      boolean forth = c[i - 1].compareTo(c[i]) < 0;
      Coordinate p = forth ? c[i - 1] : c[i];
      Coordinate q = forth ? c[i] : c[i - 1];
      Integer other = sides.put(p.x + " " + p.y + " " + q.x + " " + q.y, face);
      if (other != null && other != face && !beside.get(face).contains(other)) {
        beside.get(face).add(other);
        beside.get(other).add(face);
      }
    }
  }

  Geometry shape(Street street) {
    List<Geometry> parts = new ArrayList<>();
    for (int f : street.faces) {
      parts.add(faces.get(f));
    }
    return Shapes.joined(parts);
  }

  Geometry shape(District district) {
    List<Geometry> parts = new ArrayList<>();
    for (Street s : streets) {
      if (s.district == district) {
        for (int f : s.faces) {
          parts.add(faces.get(f));
        }
      }
    }
    return Shapes.joined(parts);
  }
}
