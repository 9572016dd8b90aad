package org.citygis.samplecity;

import static org.citygis.samplecity.ShapefileZip.Column.logical;
import static org.citygis.samplecity.ShapefileZip.Column.text;
import static org.citygis.samplecity.ShapefileZip.Column.whole;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citygis.samplecity.ShapefileZip.Marking;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** The files of the traffic department. */
final class TrafficLayers {
  private final City city;
  private final Folder folder;

  TrafficLayers(City city, Folder folder) {
    this.city = city;
    this.folder = folder;
  }

  void write() throws IOException {
    roads();
    metro();
    busStops();
    detectors();
  }

  private void roads() throws IOException {
    folder.lines(
        "roads",
        Marking.LDID,
        List.of(
            text("name", 40),
            text("name_en", 60),
            text("class", 12),
            whole("speed_kmh", 3),
            logical("one_way"),
            whole("lanes", 2)),
        layer -> {
          for (RoadGraph.Segment s : city.roads.segments) {
            Road road = s.road();
            if (road == null) {
              continue;
            }
            Coordinate middle = middle(s);
            Names.Name n = road.nameAt(middle);
            boolean country = city.plan.urban(middle.x, middle.y) < 0.1;
            int lanes =
                road.rank == Road.Rank.ARTERIAL && country ? 4 : road.oneWay ? 1 : road.rank.lanes;
            int speed = road.rank.speed + (country && road.rank != Road.Rank.EXPRESSWAY ? 20 : 0);
            layer.add(s.line(), n.zh(), n.en(), road.rank.code, speed, road.oneWay, lanes);
          }
        });
  }

  static Coordinate middle(RoadGraph.Segment s) {
    return new LengthIndexedLine(s.line()).extractPoint(s.line().getLength() / 2);
  }

  private void metro() throws IOException {
    folder.lines(
        "metro",
        Marking.UTF8,
        List.of(text("name", 24), text("name_en", 24), text("color", 8), text("status", 14)),
        layer -> {
          for (Metro.Line l : city.metro.lines) {
            layer.add(l.course(), l.name(), l.nameEn(), l.color(), l.status());
          }
        });
  }

  private void busStops() throws IOException {
    folder.geoJson(
        "bus_stops",
        List.of("name", "name_en", "lines"),
        layer -> {
          List<Coordinate> placed = new ArrayList<>();
          for (RoadGraph.Segment s : city.roads.segments) {
            Road road = s.road();
            if (road == null || s.rank() < 1 || s.rank() > 2 || s.line().getLength() < 150) {
              continue;
            }
            Coordinate c = middle(s);
            boolean country = city.plan.urban(c.x, c.y) < 0.1;
            boolean free = true;
            for (Coordinate other : placed) {
              free &= other.distance(c) > (country ? 1500 : 430);
            }
            if (!free) {
              continue;
            }
            placed.add(c);
            Names.Name name = stopName(c, s);
            String lines = lines(road, c);
            stop(layer, s, 0.42, road.rank.half - 4, name, lines);
            stop(layer, s, 0.58, 4 - road.rank.half, name, lines);
          }
        });
  }

  private static void stop(
      Layer layer, RoadGraph.Segment s, double share, double aside, Names.Name name, String lines)
      throws IOException {
    LengthIndexedLine along = new LengthIndexedLine(s.line());
    Coordinate c = along.extractPoint(s.line().getLength() * share, aside);
    layer.add(Shapes.point(c.x, c.y), name.zh(), name.en(), lines);
  }

  private Names.Name stopName(Coordinate c, RoadGraph.Segment on) {
    Plot best = null;
    for (String kind :
        List.of(
            "landmark",
            "rail",
            "tertiary",
            "university",
            "secondary",
            "middle",
            "high",
            "primary",
            "park",
            "estate")) {
      for (Plot p : city.sites.of(kind)) {
        if (!p.name.isEmpty()
            && p.away(c.x, c.y) < (kind.equals("estate") ? 230 : 200)
            && (best == null || p.away(c.x, c.y) < best.away(c.x, c.y))) {
          best = p;
        }
      }
      if (best != null && !kind.equals("estate")) {
        return new Names.Name(best.name, best.nameEn);
      }
    }
    if (best != null) {
      return new Names.Name(best.name, best.nameEn);
    }
    RoadGraph.Segment cross = null;
    Point at = Shapes.FACTORY.createPoint(c);
    for (RoadGraph.Segment s : city.segmentsNear(c, 1500)) {
      if (s.road() != null
          && s.road() != on.road()
          && (cross == null || s.line().distance(at) < cross.line().distance(at))) {
        cross = s;
      }
    }
    Road road = cross == null ? null : cross.road();
    Names.Name n = road == null ? new Names.Name("终点", "Terminus") : road.nameAt(c);
    return new Names.Name(n.zh() + "口", n.en() + " Junction");
  }

  /** The lines that run along a road keep their numbers from stop to stop. */
  private static String lines(Road road, Coordinate c) {
    Dice dice = Dice.of("bus lines", road.id);
    Set<Integer> numbers = new java.util.TreeSet<>();
    int count = road.rank == Road.Rank.ARTERIAL ? dice.whole(4, 7) : dice.whole(2, 4);
    for (int i = 0; i < count; i++) {
      int n = dice.whole(1, 128);
      int sector = (int) ((StrictMath.atan2(c.y, c.x) + StrictMath.PI) / StrictMath.PI * 4);
      numbers.add(i < 2 ? n : (n + sector * 17) % 128 + 1);
    }
    List<String> text = new ArrayList<>();
    for (int n : numbers) {
      text.add(n + "路");
    }
    return String.join("，", text);
  }

  private void detectors() throws IOException {
    folder.points(
        "traffic_detectors",
        Marking.LDID,
        List.of(text("code", 16), text("road", 40), text("kind", 8), text("status", 8)),
        layer -> {
          Dice dice = Dice.of("detectors");
          int n = 0;
          for (RoadGraph.Segment s : city.roads.segments) {
            Road road = s.road();
            if (road != null
                && s.rank() <= 1
                && dice.chance(Math.min(0.9, s.line().getLength() / 700))) {
              Coordinate c = middle(s);
              layer.add(
                  Shapes.point(c.x, c.y),
                  String.format("YC-TD-%04d", ++n),
                  road.nameAt(c).zh(),
                  dice.pick("loop", "loop", "radar", "video"),
                  status(dice));
            }
          }
        });
  }

  static String status(Dice dice) {
    return switch (dice.weighted(92, 5, 3)) {
      case 0 -> "online";
      case 1 -> "offline";
      default -> "fault";
    };
  }
}
