package org.citygis.samplecity;

import static org.citygis.samplecity.ShapefileZip.Column.text;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.citygis.samplecity.ShapefileZip.Marking;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * A year of incidents up to the sample's today, 1 November 2026: accidents on main roads at rush
 * hours, brawls and noise by the bars at night, floods in the plum rains, fires in dry winter.
 */
final class Incidents {
  static final List<ShapefileZip.Column> COLUMNS =
      List.of(
          text("title", 120),
          text("class", 10),
          text("kind", 12),
          text("level", 1),
          text("status", 12),
          text("occurred", 25),
          text("address", 90),
          text("reporter", 30),
          text("descr", 160));

  private static final int COUNT = 6200;

  private record Incident(
      LocalDateTime at,
      IncidentKind kind,
      Coordinate place,
      String where,
      String address,
      int level,
      String words) {}

  private final City city;
  private final Folder folder;
  private final Dice dice = Dice.of("incidents");
  private final List<RoadGraph.Segment> roads = new ArrayList<>();
  private final double[] busy;
  private final Noise hot = new Noise("hot spots", 700);
  private final List<Plot.Parcel> homes;
  private final List<Plot.Parcel> shops;
  private final List<Plot.Parcel> works;
  private final List<Plot.Parcel> parks;

  Incidents(City city, Folder folder) {
    this.city = city;
    this.folder = folder;
    for (RoadGraph.Segment s : city.roads.segments) {
      if (s.road() != null) {
        roads.add(s);
      }
    }
    busy = new double[roads.size()];
    double[] byRank = {5, 5, 2, 0.6};
    for (int i = 0; i < busy.length; i++) {
      RoadGraph.Segment s = roads.get(i);
      Coordinate c = TrafficLayers.middle(s);
      double u = city.plan.urban(c.x, c.y);
      double spot = StrictMath.pow(0.5 + 0.5 * hot.at(c.x, c.y), 3) * 3 + 0.25;
      busy[i] = Math.min(600, s.line().getLength()) * byRank[s.rank()] * (0.12 + u * u) * spot;
    }
    homes = parcels(p -> p.is("R") || p.is("H14"));
    shops = parcels(p -> p.is("B1") || p.is("B2") || p.is("B3"));
    works = parcels(p -> p.is("M") || p.is("W"));
    parks = parcels(p -> p.is("G1") || p.is("G3") || p.is("A4") || p.is("S3"));
  }

  private List<Plot.Parcel> parcels(Predicate<Plot> which) {
    List<Plot.Parcel> found = new ArrayList<>();
    for (Plot p : city.plots) {
      if (which.test(p) && p.block.quarter() != Block.Quarter.HILL) {
        found.addAll(p.parcels);
      }
    }
    return found;
  }

  void write() throws IOException {
    List<Incident> year = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      year.add(one(IncidentKind.any(dice)));
    }
    year.sort(Comparator.comparing(Incident::at));
    folder.points(
        "incidents",
        Marking.LDID,
        COLUMNS,
        layer -> {
          for (Incident i : year) {
            layer.add(
                Shapes.point(i.place.x, i.place.y),
                i.where + i.kind.title,
                i.kind.group,
                i.kind.code,
                "" + i.level,
                IncidentKind.status(i.at, dice),
                IncidentKind.iso(i.at),
                i.address,
                IncidentKind.reporter(dice),
                i.words + "。");
          }
        });
  }

  private Incident one(IncidentKind kind) {
    LocalDateTime at = kind.time(dice);
    boolean onRoad =
        kind == IncidentKind.TRAFFIC
            || kind == IncidentKind.PIPE && dice.chance(0.7)
            || kind == IncidentKind.STORM && dice.chance(0.6)
            || kind == IncidentKind.FLOOD && dice.chance(0.75);
    if (onRoad) {
      return onRoad(kind, at);
    }
    Plot.Parcel parcel = parcel(kind);
    Coordinate c = parcel.shape.getInteriorPoint().getCoordinate();
    double spread = Math.sqrt(parcel.shape.getArea()) / 5;
    Coordinate place =
        new Coordinate(c.x + dice.bell() * spread / 2, c.y + dice.bell() * spread / 2);
    String where =
        parcel.plot.name.isEmpty() ? parcel.address.replaceAll("^.*?[区]", "") : parcel.plot.name;
    return new Incident(
        at, kind, place, where, parcel.address, kind.level(dice), dice.pick(kind.words));
  }

  private Incident onRoad(IncidentKind kind, LocalDateTime at) {
    RoadGraph.Segment s = roads.get(dice.weighted(busy));
    for (int n = 0;
        kind == IncidentKind.FLOOD && n < 12 && city.terrain.toRiver(s.from().x, s.from().y) > 1500;
        n++) {
      s = roads.get(dice.weighted(busy));
    }
    double length = s.line().getLength();
    boolean junction = dice.chance(0.55);
    double share = junction ? dice.between(0, 18) : dice.between(0, length);
    Coordinate c =
        new LengthIndexedLine(s.line()).extractPoint(Math.min(length, share), dice.between(-6, 6));
    Road road = s.road();
    Names.Name name = road == null ? new Names.Name("", "") : road.nameAt(c);
    String where = name.zh();
    if (junction) {
      Road cross = crossing(s, c);
      where = cross == null ? where : where + "与" + cross.nameAt(c).zh() + "路口";
    }
    return new Incident(
        at,
        kind,
        c,
        where,
        city.districtAt(c).name() + where,
        kind.level(dice),
        dice.pick(kind.words));
  }

  private @org.jspecify.annotations.Nullable Road crossing(RoadGraph.Segment s, Coordinate c) {
    for (RoadGraph.Segment other : city.segmentsAt(s.from())) {
      if (other.road() != null && other.road() != s.road()) {
        return other.road();
      }
    }
    return null;
  }

  private Plot.Parcel parcel(IncidentKind kind) {
    boolean night = kind == IncidentKind.FIGHT || kind == IncidentKind.NOISE;
    if (night && dice.chance(0.5)) {
      Plot bars = dice.pick(city.sites.of("bars"));
      Plot.Parcel best = dice.pick(shops);
      for (int i = 0; i < 60; i++) {
        Plot.Parcel p = dice.pick(shops);
        if (bars.away(p.plot.x, p.plot.y) * (1 + dice.unit())
            < bars.away(best.plot.x, best.plot.y)) {
          best = p;
        }
      }
      return best;
    }
    List<Plot.Parcel> from =
        switch (kind) {
          case THEFT, FIGHT, FOOD -> dice.chance(0.7) ? shops : homes;
          case CROWD -> dice.chance(0.6) ? parks : shops;
          case WORK -> works;
          case FIRE -> dice.chance(0.7) ? homes : dice.chance(0.5) ? shops : works;
          case MISSING -> dice.chance(0.4) ? parks : homes;
          case LANDSLIDE -> homes;
          default -> homes;
        };
    Plot.Parcel best = dice.pick(from);
    for (int i = 0; i < 6; i++) {
      Plot.Parcel p = dice.pick(from);
      boolean better =
          kind == IncidentKind.LANDSLIDE
              ? hills(p.plot) < hills(best.plot)
              : attraction(p.plot) > attraction(best.plot) && dice.chance(0.4);
      best = better ? p : best;
    }
    return best;
  }

  private double attraction(Plot p) {
    return p.block.urban() + 0.5 * hot.at(p.x, p.y);
  }

  private double hills(Plot p) {
    return city.terrain.hillsides.distance(Shapes.point(p.x, p.y));
  }
}
