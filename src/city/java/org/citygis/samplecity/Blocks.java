package org.citygis.samplecity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** Makes blocks of the faces between the roads: street space, water and hills are taken off. */
final class Blocks {
  private static final double LEAST = 350;

  private final Terrain terrain;
  private final Plan plan;
  private final RoadGraph roads;
  private final Map<RoadGraph.Segment, Geometry> spaces = new IdentityHashMap<>();
  private final Map<String, RoadGraph.Segment> sides = new HashMap<>();
  private final PreparedGeometry water;
  private final PreparedGeometry hills;
  private final List<Block> blocks = new ArrayList<>();

  Blocks(Terrain terrain, Plan plan, RoadGraph roads) {
    this.terrain = terrain;
    this.plan = plan;
    this.roads = roads;
    water = PreparedGeometryFactory.prepare(terrain.water);
    hills = PreparedGeometryFactory.prepare(terrain.hillsides);
    for (RoadGraph.Segment s : roads.segments) {
      Coordinate[] c = s.line().getCoordinates();
      for (int i = 1; i < c.length; i++) {
        sides.put(side(c[i - 1], c[i]), s);
      }
    }
  }

  List<Block> build() {
    for (int f = 0; f < roads.faces.size(); f++) {
      face(f);
    }
    return blocks;
  }

  private void face(int f) {
    Polygon face = roads.faces.get(f);
    Set<RoadGraph.Segment> around = new LinkedHashSet<>();
    gather(face.getExteriorRing(), around);
    for (int i = 0; i < face.getNumInteriorRing(); i++) {
      gather(face.getInteriorRingN(i), around);
    }
    List<Geometry> street = new ArrayList<>();
    List<Geometry> belts = new ArrayList<>();
    List<RoadGraph.Segment> streets = new ArrayList<>();
    for (RoadGraph.Segment s : around) {
      Road road = s.road();
      if (road == null) {
        continue;
      }
      streets.add(s);
      street.add(spaces.computeIfAbsent(s, k -> space(k.line(), road.rank.half)));
      if (road.rank == Road.Rank.EXPRESSWAY || road.name.equals("绕城公路")) {
        belts.add(space(s.line(), road.rank.half + 42));
      }
    }
    Geometry land = street.isEmpty() ? face : Shapes.minus(face, Shapes.union(street));
    if (water.intersects(land)) {
      for (Polygon p : Shapes.polygons(Shapes.common(land, terrain.water), LEAST)) {
        add(f, Block.Quarter.WATER, p, streets);
      }
      land = Shapes.minus(land, terrain.water);
    }
    if (hills.intersects(land)) {
      for (Polygon p : Shapes.polygons(Shapes.common(land, terrain.hillsides), LEAST)) {
        add(f, Block.Quarter.HILL, p, streets);
      }
      land = Shapes.minus(land, terrain.hillsides);
    }
    if (!belts.isEmpty()) {
      Geometry belt = Shapes.union(belts);
      for (Polygon p : Shapes.polygons(Shapes.common(land, belt), LEAST)) {
        add(f, Block.Quarter.BELT, p, streets);
      }
      land = Shapes.minus(land, belt);
    }
    for (Polygon p : Shapes.polygons(land, LEAST)) {
      add(f, quarter(p), p, streets);
    }
  }

  private void add(
      int face, Block.Quarter quarter, Polygon shape, List<RoadGraph.Segment> streets) {
    Coordinate c = shape.getInteriorPoint().getCoordinate();
    blocks.add(new Block(blocks.size(), face, quarter, shape, plan.urban(c.x, c.y), streets));
  }

  private Block.Quarter quarter(Polygon shape) {
    Coordinate c = shape.getInteriorPoint().getCoordinate();
    double u = plan.urban(c.x, c.y);
    double away = Plan.ring(c.x, c.y);
    if (away < 10500 && besideWater(shape)) {
      return Block.Quarter.RIVERSIDE;
    }
    for (Plan.Town town : Plan.TOWNS) {
      if (town.away(c.x, c.y) < 1700 && u > 0.13) {
        return Block.Quarter.TOWN;
      }
    }
    if (u < 0.09 || shape.getArea() > 700_000) {
      return Block.Quarter.COUNTRY;
    }
    if (Math.hypot(c.x - 300, c.y - 450) < 1500) {
      return Block.Quarter.OLD_TOWN;
    }
    if (Math.hypot(c.x - 3900, c.y + 3950) < 1050 || Math.hypot(c.x - 2750, c.y - 550) < 650) {
      return Block.Quarter.CENTRE;
    }
    if (Math.hypot(c.x + 8000, (c.y + 2200) * 0.9) < 2700) {
      return Block.Quarter.WORKS;
    }
    if (Math.hypot(c.x - 6900, c.y - 6900) < 1500) {
      return Block.Quarter.SCIENCE;
    }
    if (Math.hypot(c.x - 8000, c.y - 2200) < 1100 || Math.hypot(c.x + 6400, c.y + 7000) < 700) {
      return Block.Quarter.STORES;
    }
    if (Math.hypot(c.x + 1000, c.y + 7000) < 1350) {
      return Block.Quarter.CAMPUS;
    }
    return u > 0.74 ? Block.Quarter.MIXED : Block.Quarter.HOUSING;
  }

  /** Whether it is a strip between a road and the water. */
  private boolean besideWater(Polygon shape) {
    if (shape.getArea() > 900_000 || !shape.isWithinDistance(terrain.wide, 6)) {
      return false;
    }
    IndexedFacetDistance shore = new IndexedFacetDistance(terrain.wide);
    for (Coordinate c : shape.getExteriorRing().getCoordinates()) {
      if (shore.distance(Shapes.FACTORY.createPoint(c)) > 150) {
        return false;
      }
    }
    return true;
  }

  private void gather(LineString ring, Set<RoadGraph.Segment> around) {
    Coordinate[] c = ring.getCoordinates();
    for (int i = 1; i < c.length; i++) {
      RoadGraph.Segment s = sides.get(side(c[i - 1], c[i]));
      if (s != null) {
        around.add(s);
      }
    }
  }

  private static Geometry space(LineString line, double half) {
    return BufferOp.bufferOp(
        line,
        half,
        new BufferParameters(2, BufferParameters.CAP_ROUND, BufferParameters.JOIN_ROUND, 5));
  }

  private static String side(Coordinate a, Coordinate b) {
    boolean forth = a.compareTo(b) < 0;
    Coordinate p = forth ? a : b;
    Coordinate q = forth ? b : a;
    return p.x + " " + p.y + " " + q.x + " " + q.y;
  }
}
