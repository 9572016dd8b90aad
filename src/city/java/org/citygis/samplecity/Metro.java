package org.citygis.samplecity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Metro lines below the great roads, and their stations. */
final class Metro {
  record Line(String name, String nameEn, String color, String status, LineString course) {}

  record Station(String name, String nameEn, Coordinate place, String line, String lineEn) {}

  final List<Line> lines = new ArrayList<>();
  final List<Station> stations = new ArrayList<>();

  Metro(City city) {
    line(city, 1, "#c2414b", "operating", 11500, "云川大道西段", "云川大道东段");
    line(city, 2, "#2f7d5b", "operating", 9300, "人民北路", "人民南路");
    line(city, 3, "#3b6fb5", "operating", 99000, "中环路");
    line(city, 4, "#b0762a", "construction", 9800, "柳林大道", "南湖大道");
    line(city, 5, "#7b4fa3", "planned", 9000, "文昌大道", "滨江大道");
  }

  /** The first road is run from its far end, the second towards its far end. */
  private void line(
      City city, int number, String color, String status, double within, String... roads) {
    List<Coordinate> course = new ArrayList<>();
    for (int i = 0; i < roads.length; i++) {
      List<Coordinate> part = new ArrayList<>();
      for (RoadGraph.Segment s : city.roads.segments) {
        Road road = s.road();
        if (part.isEmpty() && road != null && road.name.equals(roads[i])) {
          for (Coordinate c : road.course) {
            if (Plan.ring(c.x, c.y) < within) {
              part.add(c);
            }
          }
        }
      }
      if (i == 0 && roads.length > 1) {
        Collections.reverse(part);
      }
      course.addAll(part);
    }
    LineString whole = Shapes.line(course);
    LineString smooth =
        (LineString) org.locationtech.jts.simplify.DouglasPeuckerSimplifier.simplify(whole, 2);
    lines.add(new Line(number + "号线", "Line " + number, color, status, smooth));
    if (status.equals("operating")) {
      stop(city, smooth, number);
    }
  }

  private final Set<String> named = new HashSet<>();

  private void stop(City city, LineString course, int number) {
    LengthIndexedLine along = new LengthIndexedLine(course);
    double length = course.getLength();
    int count = (int) Math.round(length / 1250);
    for (int i = 0; i < count; i++) {
      Coordinate c = along.extractPoint(length * (i + 0.5) / count);
      Station near = null;
      for (Station s : stations) {
        if (s.place.distance(c) < 520) {
          near = s;
        }
      }
      if (near != null) {
        continue;
      }
      Names.Name n = nameAt(city, c);
      stations.add(
          new Station(
              n.zh() + "站",
              n.en() + " Station",
              Shapes.at(c.x, c.y),
              number + "号线",
              "Line " + number));
    }
  }

  /** After a landmark at hand, else the crossing road. */
  private Names.Name nameAt(City city, Coordinate c) {
    for (String kind : List.of("landmark", "rail", "tertiary", "university")) {
      for (Plot p : city.sites.of(kind)) {
        if (p.away(c.x, c.y) < 620 && named.add(p.name)) {
          return new Names.Name(p.name.replaceAll("站$", ""), p.nameEn.replaceAll(" Station$", ""));
        }
      }
    }
    for (double reach = 300; reach < 3000; reach *= 2) {
      RoadGraph.Segment best = null;
      double least = reach;
      for (RoadGraph.Segment s : city.segmentsNear(c, reach)) {
        Road road = s.road();
        double away = s.line().distance(Shapes.FACTORY.createPoint(c));
        if (road != null
            && s.rank() > 0
            && away < least
            && !road.name.matches("(人民|中环|云川).*")
            && !named.contains(road.name)) {
          best = s;
          least = away;
        }
      }
      Road road = best == null ? null : best.road();
      if (road != null) {
        named.add(road.name);
        return new Names.Name(road.name, road.nameEn);
      }
    }
    throw new IllegalStateException("no name left for a station at " + c);
  }
}
