package org.citygis.samplecity;

import static org.citygis.samplecity.ShapefileZip.Column.text;
import static org.citygis.samplecity.ShapefileZip.Column.whole;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.samplecity.ShapefileZip.Column;
import org.citygis.samplecity.ShapefileZip.Marking;
import org.locationtech.jts.geom.Coordinate;

/** The files of public security. */
final class SafetyLayers {
  private static final List<Column> STATION =
      List.of(
          text("name", 60),
          text("name_en", 96),
          text("kind", 12),
          text("address", 80),
          text("address_en", 100),
          text("phone", 16),
          whole("vehicles", 3));

  private final City city;
  private final Folder folder;

  SafetyLayers(City city, Folder folder) {
    this.city = city;
    this.folder = folder;
  }

  void write() throws IOException {
    policeStations();
    fireStations();
    policeDistricts();
    cameras();
    new Incidents(city, folder).write();
  }

  private void policeStations() throws IOException {
    folder.points(
        "police_stations",
        Marking.LDID,
        STATION,
        layer -> {
          stations(layer, "police_bureau", "bureau", 18, 40);
          stations(layer, "police", "station", 4, 12);
          stations(layer, "police_traffic", "traffic", 8, 20);
        });
  }

  private void stations(Layer layer, String site, String kind, int least, int most)
      throws IOException {
    for (Plot p : city.sites.of(site)) {
      Dice dice = Dice.of("station", p.id);
      Plot.Parcel parcel = p.parcels.get(0);
      layer.add(
          city.place(p),
          p.name,
          p.nameEn,
          kind,
          parcel.address,
          parcel.addressEn,
          phone(dice),
          dice.whole(least, most));
    }
  }

  /** A number behind the area code 0723, which no city has. */
  static String phone(Dice dice) {
    return "0723-" + dice.whole(2, 8) + String.format("%06d", dice.whole(0, 999_999));
  }

  private void fireStations() throws IOException {
    folder.points(
        "fire_stations",
        Marking.LDID,
        STATION,
        layer -> {
          int n = 0;
          for (Plot p : city.sites.of("fire")) {
            Dice dice = Dice.of("fire", p.id);
            Plot.Parcel parcel = p.parcels.get(0);
            String kind =
                n++ % 9 == 0
                    ? "special"
                    : p.block.urban() > 0.6
                        ? "class1"
                        : p.block.urban() > 0.35 ? "class2" : "small";
            int vehicles =
                kind.equals("special")
                    ? dice.whole(9, 14)
                    : kind.equals("small") ? dice.whole(2, 3) : dice.whole(4, 8);
            layer.add(
                city.place(p),
                p.name,
                p.nameEn,
                kind,
                parcel.address,
                parcel.addressEn,
                phone(dice),
                vehicles);
          }
        });
  }

  private void policeDistricts() throws IOException {
    folder.polygons(
        "police_districts",
        Marking.LDID,
        List.of(text("name", 60), text("name_en", 96), text("station", 60)),
        layer -> {
          for (Divisions.Street s : city.divisions.streets) {
            layer.add(
                city.divisions.shape(s),
                s.shortName() + "派出所辖区",
                s.shortNameEn() + " Police District",
                s.shortName() + "派出所");
          }
        });
  }

  private void cameras() throws IOException {
    folder.points(
        "cameras",
        Marking.BOTH,
        List.of(text("code", 16), text("kind", 10), text("road", 40), text("status", 8)),
        layer -> {
          Map<Coordinate, List<RoadGraph.Segment>> nodes = new LinkedHashMap<>();
          for (RoadGraph.Segment s : city.roads.segments) {
            if (s.road() != null) {
              nodes.computeIfAbsent(s.from(), k -> new ArrayList<>()).add(s);
              nodes.computeIfAbsent(s.to(), k -> new ArrayList<>()).add(s);
            }
          }
          Dice dice = Dice.of("cameras");
          int n = 0;
          for (Map.Entry<Coordinate, List<RoadGraph.Segment>> node : nodes.entrySet()) {
            Road best = null;
            for (RoadGraph.Segment s : node.getValue()) {
              Road road = s.road();
              if (road != null && (best == null || road.rank.ordinal() < best.rank.ordinal())) {
                best = road;
              }
            }
            Coordinate c = node.getKey();
            double u = city.plan.urban(c.x, c.y);
            int rank = best == null ? 9 : best.rank.ordinal();
            double wanted =
                rank == 0 ? 0.5 : rank == 1 ? 0.75 : rank == 2 ? 0.55 * u : 0.14 * u * u;
            if (best == null || node.getValue().size() < 3 || !dice.chance(wanted)) {
              continue;
            }
            String kind =
                rank == 0
                    ? "checkpoint"
                    : dice.pick("dome", "dome", "bullet", u > 0.85 ? "panorama" : "bullet");
            layer.add(
                Shapes.point(c.x + dice.between(-11, 11), c.y + dice.between(-11, 11)),
                String.format("YC-CAM-%05d", ++n),
                kind,
                best.nameAt(c).zh(),
                TrafficLayers.status(dice));
          }
        });
  }
}
