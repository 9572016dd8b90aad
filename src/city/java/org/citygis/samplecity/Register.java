package org.citygis.samplecity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.distance.DistanceOp;

/** The land register: parcels that cover the plots edge to edge, their numbers and addresses. */
final class Register {
  private final Divisions divisions;
  private final Map<Road, LengthIndexedLine> courses = new HashMap<>();
  private final Set<String> given = new HashSet<>();

  Register(Divisions divisions) {
    this.divisions = divisions;
  }

  void build(List<Plot> plots) {
    Map<Integer, List<Plot>> byBlock = new LinkedHashMap<>();
    for (Plot p : plots) {
      byBlock.computeIfAbsent(p.block.id(), k -> new ArrayList<>()).add(p);
    }
    byBlock.values().forEach(this::block);
    number(plots);
  }

  private void block(List<Plot> plots) {
    List<Polygon> pieces = new ArrayList<>();
    List<Plot> owners = new ArrayList<>();
    for (Plot plot : plots) {
      double size = parcelSize(plot);
      List<Polygon> own =
          plot.area() < size * 1.3
              ? List.of(plot.rough)
              : Lots.split(plot.rough, size, Dice.of("parcels", plot.id));
      pieces.addAll(own);
      own.forEach(piece -> owners.add(plot));
    }
    List<List<Polygon>> exact = Lots.coverage(pieces);
    for (int i = 0; i < pieces.size(); i++) {
      Plot plot = owners.get(i);
      for (Polygon shape : exact.get(i)) {
        if (shape.getArea() > 1) {
          plot.parcels.add(new Plot.Parcel(plot, shape));
        }
      }
    }
    for (Plot plot : plots) {
      List<Geometry> shapes = new ArrayList<>();
      for (Plot.Parcel parcel : plot.parcels) {
        shapes.add(parcel.shape);
      }
      if (!shapes.isEmpty()) {
        plot.shape = Shapes.joined(shapes);
      }
    }
  }

  private static double parcelSize(Plot plot) {
    double usual = plot.block.quarter().parcel;
    if (!plot.site.isEmpty() || plot.is("G") || plot.is("E") || plot.is("S") || plot.is("U")) {
      return 1e9;
    }
    return switch (plot.code.substring(0, 1)) {
      case "R" ->
          plot.is("R3")
              ? 4_000
              : plot.block.quarter() == Block.Quarter.MIXED ? 14_000 : Math.max(6_500, usual);
      case "B" -> Math.min(usual, 7_500);
      case "H" -> 6_000;
      default -> usual;
    };
  }

  private void number(List<Plot> plots) {
    Map<String, Integer> parcelNumbers = new HashMap<>();
    Map<String, Integer> plotNumbers = new HashMap<>();
    for (Plot plot : plots) {
      Divisions.Street street = divisions.of(plot.block.face());
      int n = plotNumbers.merge(street.code, 1, Integer::sum);
      plot.number =
          String.format("%s%s-%04d", street.district.letters(), street.code.substring(6, 9), n);
      for (Plot.Parcel parcel : plot.parcels) {
        boolean collective = plot.is("E") || plot.is("H");
        String kind = collective ? "JB" : "GB";
        int m = parcelNumbers.merge(street.code + kind, 1, Integer::sum);
        parcel.number = street.code.substring(0, 9) + "001" + kind + String.format("%05d", m);
        address(parcel, street);
      }
    }
  }

  private void address(Plot.Parcel parcel, Divisions.Street street) {
    Coordinate centre = parcel.shape.getInteriorPoint().getCoordinate();
    RoadGraph.Segment best = null;
    double least = Double.MAX_VALUE;
    for (RoadGraph.Segment s : parcel.plot.block.streets()) {
      Road road = s.road();
      if (road == null || road.rank == Road.Rank.EXPRESSWAY) {
        continue;
      }
      double away = parcel.shape.distance(s.line()) - road.rank.half - (4 - s.rank()) * 1.5;
      if (away < least) {
        least = away;
        best = s;
      }
    }
    Road road = best == null ? null : best.road();
    if (best == null || road == null || least > 260) {
      parcel.address = street.district.name() + street.name;
      parcel.addressEn = street.nameEn + ", " + street.district.nameEn();
      return;
    }
    number(parcel, centre, best.line(), road, street, least < 6);
  }

  private void number(
      Plot.Parcel parcel,
      Coordinate centre,
      LineString line,
      Road road,
      Divisions.Street street,
      boolean front) {
    Coordinate onRoad = DistanceOp.nearestPoints(line, Shapes.FACTORY.createPoint(centre))[0];
    LengthIndexedLine course =
        courses.computeIfAbsent(
            road,
            r ->
                new LengthIndexedLine(
                    Shapes.FACTORY.createLineString(r.course.toArray(Coordinate[]::new))));
    double at = course.project(onRoad);
    Coordinate before = course.extractPoint(Math.max(0, at - 5));
    Coordinate after = course.extractPoint(at + 5);
    boolean left =
        (after.x - before.x) * (centre.y - before.y) - (after.y - before.y) * (centre.x - before.x)
            > 0;
    double from = road.halved ? Math.abs(at - course.project(new Coordinate(0, 0))) : at;
    Names.Name name = road.nameAt(onRoad);
    int number = 2 * (int) (from / 16) + (left ? 1 : 2);
    while (!given.add(name.zh() + number)) {
      number += 2;
    }
    parcel.address = street.district.name() + name.zh() + number + "号";
    parcel.addressEn = number + " " + name.en() + ", " + street.district.nameEn();
    if (front) {
      parcel.door = door(parcel.shape, centre, onRoad);
    }
  }

  private static org.locationtech.jts.geom.@Nullable Point door(
      Polygon shape, Coordinate centre, Coordinate onRoad) {
    Coordinate edge =
        DistanceOp.nearestPoints(shape.getBoundary(), Shapes.FACTORY.createPoint(onRoad))[0];
    double length = Math.max(1, edge.distance(centre));
    double in = Math.min(6, length / 2);
    return Shapes.point(
        edge.x + (centre.x - edge.x) / length * in, edge.y + (centre.y - edge.y) / length * in);
  }
}
