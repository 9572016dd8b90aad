package org.citygis.samplecity;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** The names on the map, ranked: 1 the city, 2 districts, down to 6 for a housing estate. */
final class PlaceNames {
  private final City city;
  private final Folder folder;

  PlaceNames(City city, Folder folder) {
    this.city = city;
    this.folder = folder;
  }

  void write() throws IOException {
    folder.geoJson(
        "place_names",
        List.of("name", "name_en", "kind", "rank"),
        layer -> {
          layer.add(Shapes.point(100, 250), "云川市", "Yunchuan City", "city", 1);
          for (Divisions.District d : Divisions.DISTRICTS) {
            Point p = city.divisions.shape(d).getInteriorPoint();
            layer.add(Shapes.point(p.getX(), p.getY()), d.name(), d.nameEn(), "district", 2);
          }
          for (Divisions.Street s : city.divisions.streets) {
            layer.add(
                Shapes.point(s.x, s.y),
                s.isTown() ? s.name : s.shortName(),
                s.isTown() ? s.nameEn : s.shortNameEn(),
                "neighbourhood",
                3);
          }
          nature(layer);
          bridges(layer);
          sites(layer, "landmark", "landmark", 4);
          sites(layer, "rail", "station", 3);
          sites(layer, "university", "landmark", 4);
          sites(layer, "bars", "landmark", 5);
          for (Metro.Station s : city.metro.stations) {
            layer.add(Shapes.FACTORY.createPoint(s.place()), s.name(), s.nameEn(), "station", 4);
          }
          for (Plot p : city.sites.of("park")) {
            layer.add(Shapes.point(p.x, p.y), p.name, p.nameEn, "park", p.area() > 30_000 ? 3 : 5);
          }
          sites(layer, "square", "park", 5);
          villages(layer);
          for (Plot p : city.sites.of("estate")) {
            if (p.area() > 11_000) {
              layer.add(Shapes.point(p.x, p.y), p.name, p.nameEn, "estate", 6);
            }
          }
        });
  }

  private void sites(Layer layer, String site, String kind, int rank) throws IOException {
    for (Plot p : city.sites.of(site)) {
      layer.add(Shapes.point(p.x, p.y), p.name, p.nameEn, kind, rank);
    }
  }

  private void nature(Layer layer) throws IOException {
    for (Terrain.Named w : city.terrain.waters) {
      if (w.kind().equals("lake")) {
        Point p = w.shape().getInteriorPoint();
        layer.add(
            Shapes.point(p.getX(), p.getY()),
            w.name(),
            w.nameEn(),
            "water",
            w.shape().getArea() > 600_000 ? 2 : 4);
      }
    }
    for (double[] at :
        new double[][] {{-11500, 9400}, {-5900, 4600}, {4200, -2300}, {14000, -8200}}) {
      Coordinate c =
          city.terrain.riverCourse.get(Terrain.index(city.terrain.riverCourse, at[0], at[1]));
      layer.add(Shapes.point(c.x, c.y), "云川河", "Yunchuan River", "water", 2);
    }
    layer.add(Shapes.point(4500, 10300), "柳溪", "Liuxi Brook", "water", 3);
    layer.add(Shapes.point(-12300, 300), "石桥渠", "Shiqiao Canal", "water", 3);
    for (Terrain.Named h : city.terrain.hills) {
      Point p = h.shape().getInteriorPoint();
      layer.add(Shapes.point(p.getX(), p.getY()), h.name(), h.nameEn(), "hill", 3);
    }
    Point isle = city.terrain.island.getInteriorPoint();
    layer.add(Shapes.point(isle.getX(), isle.getY()), "江心洲", "River Island", "landmark", 4);
  }

  private void bridges(Layer layer) throws IOException {
    Set<String> done = new HashSet<>();
    for (RoadGraph.Segment s : city.roads.segments) {
      Road road = s.road();
      if (road == null || s.rank() > 1) {
        continue;
      }
      Geometry over = s.line().intersection(city.terrain.waters.get(0).shape());
      if (over.getLength() < 120) {
        continue;
      }
      Point p = over.getCentroid();
      String stem = road.name.replaceAll("(大道.*|[东南西北]路|快速路|公路|路)$", "");
      String stemEn = road.nameEn.replaceAll("( Avenue.*| Road.*| Expressway)$", "");
      boolean again = !done.add(stem);
      layer.add(
          Shapes.point(p.getX(), p.getY()),
          again ? stem + "二桥" : stem + "大桥",
          again ? "Second " + stemEn + " Bridge" : stemEn + " Bridge",
          "bridge",
          4);
    }
  }

  /** One name for all the plots of a village. */
  private void villages(Layer layer) throws IOException {
    Names names = new Names("villages");
    Map<Integer, Boolean> named = new HashMap<>();
    for (Plot p : city.plots) {
      if (p.code.equals("H14") && named.put(p.block.id(), true) == null) {
        Names.Name n = names.village();
        layer.add(Shapes.point(p.x, p.y), n.zh(), n.en(), "village", 5);
      }
    }
  }
}
