package org.citygis.samplecity;

import static org.citygis.samplecity.ShapefileZip.Column.number;
import static org.citygis.samplecity.ShapefileZip.Column.text;
import static org.citygis.samplecity.ShapefileZip.Column.whole;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.citygis.samplecity.ShapefileZip.Marking;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The files of the water department. */
final class WaterLayers {
  private static final double EDGE = 60_000;

  private final City city;
  private final Folder folder;

  WaterLayers(City city, Folder folder) {
    this.city = city;
    this.folder = folder;
  }

  void write() throws IOException {
    water();
    floodZones();
    waterWorks();
  }

  private void water() throws IOException {
    folder.polygons(
        "water",
        Marking.LDID,
        List.of(text("name", 40), text("name_en", 64), text("kind", 8)),
        layer -> {
          for (Terrain.Named w : city.terrain.waters) {
            layer.add(w.shape(), w.name(), w.nameEn(), w.kind());
          }
          for (Polygon pond : ponds()) {
            layer.add(pond, "", "", "pond");
          }
        });
  }

  /** Fish ponds and village ponds in the country, off the roads and off other water. */
  private List<Polygon> ponds() {
    List<Polygon> ponds = new ArrayList<>();
    for (Plot p : city.plots) {
      Dice dice = Dice.of("pond", p.id);
      if (!p.code.equals("E2") || p.block.quarter() != Block.Quarter.COUNTRY || !dice.chance(0.3)) {
        continue;
      }
      int count = dice.chance(0.25) ? 3 : 1;
      for (int i = 0; i < count; i++) {
        double size = dice.between(22, 70);
        Lots.Frame f = Lots.Frame.of(p.shape);
        Coordinate c =
            f.at(f.along() * dice.between(-0.6, 0.6), f.across() * dice.between(-0.6, 0.6));
        Polygon pond =
            Shapes.polygon(
                Curve.blob(
                    "pond " + p.id + " " + i,
                    c.x,
                    c.y,
                    size * dice.between(1, 1.8),
                    size,
                    f.angle(),
                    0.3));
        Polygon light =
            (Polygon)
                org.locationtech.jts.simplify.TopologyPreservingSimplifier.simplify(pond, 1.2);
        boolean free = light.isValid() && p.shape.buffer(-12).covers(light);
        for (Polygon other : ponds) {
          free = free && !other.intersects(light);
        }
        if (free) {
          ponds.add(light);
        }
      }
    }
    return ponds;
  }

  private void floodZones() throws IOException {
    folder.polygons(
        "flood_zones",
        Marking.LDID,
        List.of(
            text("name", 60),
            text("name_en", 80),
            whole("return_yrs", 5),
            number("level_m", 7, 2),
            number("depth_m", 5, 2)),
        layer -> {
          int[] years = {100, 50, 10};
          double[] reach = {1, 0.66, 0.3};
          double[] level = {29.4, 28.3, 26.5};
          String[][] parts = {
            {"云川河上游段", "Yunchuan River, upper reach"},
            {"云川河城区段", "Yunchuan River, city reach"},
            {"云川河下游段", "Yunchuan River, lower reach"}
          };
          double[] cuts = {-EDGE, -8600, 9300, EDGE};
          for (int k = 0; k < 3; k++) {
            Geometry zone = riverZone(reach[k]);
            for (int i = 0; i < 3; i++) {
              Geometry box =
                  Shapes.FACTORY.toGeometry(new Envelope(cuts[i], cuts[i + 1], -EDGE, EDGE));
              Geometry part = Shapes.common(zone, box);
              layer.add(
                  part,
                  parts[i][0] + years[k] + "年一遇淹没区",
                  parts[i][1] + ", " + years[k] + "-year flood",
                  years[k],
                  level[k] - 0.9 * (i - 1),
                  0.5 + 1.9 * reach[k]);
            }
            for (Terrain.Named w : city.terrain.waters) {
              if (w.name().equals("镜湖") || w.name().equals("南湖")) {
                Geometry round = Shapes.union(List.of(w.shape().buffer(30 + 190 * reach[k], 6)));
                layer.add(
                    round,
                    w.name() + years[k] + "年一遇淹没区",
                    w.nameEn() + ", " + years[k] + "-year flood",
                    years[k],
                    level[k] - 1.6,
                    0.3 + 1.1 * reach[k]);
              }
            }
          }
        });
  }

  /** The flood spreads unevenly, and less where dykes protect the city. */
  private Geometry riverZone(double reach) {
    Noise left = new Noise("flood left", 1500);
    Noise right = new Noise("flood right", 1500);
    List<Coordinate> course = city.terrain.riverCourse;
    List<Coordinate> ring = new ArrayList<>(Curve.aside(course, i -> wide(i, left, reach)));
    List<Coordinate> other = Curve.aside(course, i -> -wide(i, right, reach));
    for (int i = other.size() - 1; i >= 0; i--) {
      ring.add(other.get(i));
    }
    Geometry zone = Shapes.union(List.of(Shapes.polygon(ring).buffer(0)));
    return Shapes.common(Shapes.union(List.of(zone.buffer(25, 4))), city.terrain.region);
  }

  private double wide(int i, Noise noise, double reach) {
    Coordinate c = city.terrain.riverCourse.get(i);
    double dykes = Plan.ring(c.x, c.y) < 9000 ? 0.42 : 1;
    double spread = 0.25 + 0.75 * (noise.rough(i * 60, 0) + 1) / 2;
    return city.terrain.riverHalf(i) + 40 + 1050 * reach * spread * dykes;
  }

  private void waterWorks() throws IOException {
    folder.points(
        "water_works",
        Marking.CPG,
        List.of(
            text("name", 60),
            text("name_en", 80),
            text("kind", 10),
            text("capacity", 30),
            text("status", 14)),
        layer -> {
          Dice dice = Dice.of("water works");
          List<Coordinate> course = city.terrain.riverCourse;
          Names names = new Names("water works");
          for (int i = 40; i < course.size() - 40; i++) {
            Coordinate c = course.get(i);
            if (!city.terrain.isInside(c.x, c.y)) {
              continue;
            }
            if (i % 14 == 0) {
              int side = dice.chance(0.5) ? 1 : -1;
              Coordinate bank =
                  Curve.aside(course, j -> side * (city.terrain.riverHalf(j) + 18)).get(i);
              Names.Name n = names.trade();
              boolean pump = dice.chance(0.58);
              layer.add(
                  Shapes.point(bank.x, bank.y),
                  n.zh() + (pump ? "泵站" : "闸"),
                  n.en() + (pump ? " Pumping Station" : " Sluice"),
                  pump ? "pump" : "sluice",
                  pump
                      ? dice.whole(4, 60) + " m3/s"
                      : dice.whole(1, 6) + " 孔 × " + dice.whole(3, 8) + " m",
                  state(dice));
            } else if (i % 27 == 0) {
              Names.Name n = names.trade();
              layer.add(
                  Shapes.point(c.x, c.y),
                  n.zh() + "水位站",
                  n.en() + " Gauge",
                  "gauge",
                  "",
                  "running");
            }
          }
          stream(layer, dice, names);
          for (Plot p : city.sites.of("waterworks")) {
            layer.add(
                Shapes.point(p.x, p.y),
                p.name,
                p.nameEn,
                "treatment",
                dice.whole(10, 40) + "0000 m3/d",
                "running");
          }
          for (Plot p : city.sites.of("sewage")) {
            layer.add(
                Shapes.point(p.x, p.y),
                p.name,
                p.nameEn,
                "treatment",
                dice.whole(8, 30) + "0000 m3/d",
                "running");
          }
          for (Terrain.Named w : city.terrain.waters) {
            if (w.kind().equals("lake")) {
              Coordinate shore = w.shape().getExteriorRing().getCoordinateN(10);
              layer.add(
                  Shapes.point(shore.x, shore.y),
                  w.name() + "水位站",
                  w.nameEn() + " Gauge",
                  "gauge",
                  "",
                  "running");
              Coordinate gate = w.shape().getExteriorRing().getCoordinateN(50);
              layer.add(
                  Shapes.point(gate.x, gate.y),
                  w.name() + "闸",
                  w.nameEn() + " Sluice",
                  "sluice",
                  "2 孔 × 4 m",
                  state(dice));
            }
          }
        });
  }

  private void stream(Layer layer, Dice dice, Names names) throws IOException {
    List<Coordinate> course = city.terrain.streamCourse;
    for (int i = 30; i < course.size() - 8; i += 40) {
      Coordinate c = Curve.aside(course, j -> 24).get(i);
      if (city.terrain.isInside(c.x, c.y)) {
        Names.Name n = names.trade();
        boolean pump = dice.chance(0.6);
        layer.add(
            Shapes.point(c.x, c.y),
            n.zh() + (pump ? "泵站" : "闸"),
            n.en() + (pump ? " Pumping Station" : " Sluice"),
            pump ? "pump" : "sluice",
            pump ? dice.whole(2, 18) + " m3/s" : "1 孔 × 4 m",
            state(dice));
      }
    }
  }

  private static String state(Dice dice) {
    return switch (dice.weighted(78, 12, 7, 3)) {
      case 0 -> "running";
      case 1 -> "standby";
      case 2 -> "maintenance";
      default -> "out_of_order";
    };
  }
}
