package org.citygis.samplecity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;

/** The whole city in memory, made in the order in which one part rests on the other. */
final class City {
  final Terrain terrain;
  final Plan plan;
  final RoadGraph roads;
  final Divisions divisions;
  final List<Plot> plots;
  final Sites sites;
  final List<Houses.House> houses;
  final Metro metro;
  private final Map<Coordinate, List<RoadGraph.Segment>> nodes = new HashMap<>();
  private final STRtree faceIndex = new STRtree();
  private final STRtree segmentIndex = new STRtree();

  City() {
    terrain = new Terrain();
    plan = new Plan(terrain);
    List<Road> laid = new RoadPlan(terrain, plan).build();
    Names.nameRoads(laid);
    roads = new RoadGraph(laid, terrain.region);
    divisions = new Divisions(plan, roads.faces);
    LandUse landUse = new LandUse(new Blocks(terrain, plan, roads).build());
    plots = landUse.build();
    sites = new Sites(plots, divisions);
    sites.build();
    landUse.limits();
    new Register(divisions).build(plots);
    plots.removeIf(p -> p.parcels.isEmpty());
    houses = new Houses().build(plots);
    for (Houses.House h : houses) {
      if (h.use().equals("residential") || h.use().equals("rural")) {
        divisions.of(h.parcel().plot.block.face()).population +=
            Math.round(h.shape().getArea() * h.floors() / 42);
      }
    }
    for (int i = 0; i < roads.segments.size(); i++) {
      RoadGraph.Segment s = roads.segments.get(i);
      if (s.road() != null) {
        segmentIndex.insert(s.line().getEnvelopeInternal(), i);
        nodes.computeIfAbsent(s.from(), k -> new ArrayList<>()).add(s);
        nodes.computeIfAbsent(s.to(), k -> new ArrayList<>()).add(s);
      }
    }
    for (int f = 0; f < roads.faces.size(); f++) {
      faceIndex.insert(roads.faces.get(f).getEnvelopeInternal(), f);
    }
    metro = new Metro(this);
  }

  List<RoadGraph.Segment> segmentsAt(Coordinate node) {
    return nodes.getOrDefault(node, List.of());
  }

  /** Road segments whose box comes within so many metres of a place, in order. */
  List<RoadGraph.Segment> segmentsNear(Coordinate place, double metres) {
    Envelope box = new Envelope(place);
    box.expandBy(metres);
    List<Integer> found = new ArrayList<>();
    for (Object i : segmentIndex.query(box)) {
      found.add((Integer) i);
    }
    found.sort(null);
    return found.stream().map(roads.segments::get).toList();
  }

  /** The district of a place; of the nearest face when the place lies outside all. */
  Divisions.District districtAt(Coordinate place) {
    Point at = Shapes.FACTORY.createPoint(place);
    Envelope near = new Envelope(place);
    near.expandBy(5);
    for (Object f : faceIndex.query(near)) {
      if (roads.faces.get((Integer) f).isWithinDistance(at, 1)) {
        return divisions.of((Integer) f).district;
      }
    }
    return Divisions.DISTRICTS.get(0);
  }

  /** Where a plot's point goes: at its entrance, a little inside. */
  Point place(Plot plot) {
    Point door = plot.parcels.get(0).door;
    return door == null
        ? Shapes.point(plot.x, plot.y)
        : Shapes.point(0.55 * door.getX() + 0.45 * plot.x, 0.55 * door.getY() + 0.45 * plot.y);
  }

  /** The name of the nearest road beside the plot's block. */
  Names.Name roadNear(Plot plot) {
    RoadGraph.Segment best = null;
    Point at = Shapes.point(plot.x, plot.y);
    for (RoadGraph.Segment s : plot.block.streets()) {
      if (best == null || s.line().distance(at) < best.line().distance(at)) {
        best = s;
      }
    }
    Road road = best == null ? null : best.road();
    return road == null
        ? new Names.Name("云川大道", "Yunchuan Avenue")
        : road.nameAt(at.getCoordinate());
  }
}
