package org.citygis.samplecity;

import static org.citygis.samplecity.ShapefileZip.Column.logical;
import static org.citygis.samplecity.ShapefileZip.Column.text;
import static org.citygis.samplecity.ShapefileZip.Column.whole;

import java.io.IOException;
import java.util.List;
import org.citygis.samplecity.ShapefileZip.Marking;
import org.locationtech.jts.geom.Point;

/** The files of civic services, except the service halls and the place names. */
final class CivicLayers {
  static final List<ShapefileZip.Column> ADDRESS =
      List.of(text("name", 60), text("name_en", 100), text("str_code", 12));

  private final City city;
  private final Folder folder;

  CivicLayers(City city, Folder folder) {
    this.city = city;
    this.folder = folder;
  }

  void write() throws IOException {
    districts();
    streets();
    hospitals();
    schools();
    addresses();
    new Halls(city, folder).write();
    new PlaceNames(city, folder).write();
  }

  private void districts() throws IOException {
    folder.polygons(
        "districts",
        Marking.LDID,
        List.of(text("code", 12), text("name", 30), text("name_en", 40), whole("population", 9)),
        layer -> {
          for (Divisions.District d : Divisions.DISTRICTS) {
            long people = 0;
            for (Divisions.Street s : city.divisions.streets) {
              people += s.district == d ? s.population : 0;
            }
            layer.add(city.divisions.shape(d), d.fullCode(), d.name(), d.nameEn(), people);
          }
        });
  }

  private void streets() throws IOException {
    folder.polygons(
        "streets",
        Marking.LDID,
        List.of(
            text("code", 12),
            text("name", 40),
            text("name_en", 60),
            text("dist_code", 12),
            whole("population", 9)),
        layer -> {
          for (Divisions.Street s : city.divisions.streets) {
            layer.add(
                city.divisions.shape(s),
                s.code,
                s.name,
                s.nameEn,
                s.district.fullCode(),
                s.population);
          }
        });
  }

  private void hospitals() throws IOException {
    folder.points(
        "hospitals",
        Marking.LDID,
        List.of(
            text("name", 60),
            text("name_en", 96),
            text("kind", 12),
            text("address", 80),
            text("address_en", 100),
            text("phone", 16),
            whole("beds", 5),
            logical("emergency"),
            whole("vehicles", 3)),
        layer -> {
          hospital(layer, "tertiary", "tertiary", 900, 2600, true, 6, 14);
          hospital(layer, "secondary", "secondary", 220, 700, true, 2, 6);
          hospital(layer, "specialist", "specialist", 160, 700, false, 1, 3);
          hospital(layer, "community", "community", 0, 60, false, 0, 1);
          hospital(layer, "ambulance", "emergency", 0, 0, true, 3, 7);
        });
  }

  private void hospital(
      Layer layer,
      String site,
      String kind,
      int fewest,
      int most,
      boolean emergency,
      int low,
      int high)
      throws IOException {
    for (Plot p : city.sites.of(site)) {
      Dice dice = Dice.of("hospital", p.id);
      Plot.Parcel parcel = p.parcels.get(0);
      layer.add(
          city.place(p),
          p.name,
          p.nameEn,
          kind,
          parcel.address,
          parcel.addressEn,
          SafetyLayers.phone(dice),
          dice.whole(fewest, most) / 10 * 10,
          emergency,
          dice.whole(low, high));
    }
  }

  private void schools() throws IOException {
    folder.points(
        "schools",
        Marking.LDID,
        List.of(
            text("name", 60),
            text("name_en", 96),
            text("kind", 12),
            text("address", 80),
            text("address_en", 100),
            whole("students", 6)),
        layer -> {
          school(layer, "university", 9000, 26000);
          school(layer, "high", 1500, 3200);
          school(layer, "middle", 800, 2200);
          school(layer, "vocational", 1200, 4200);
          school(layer, "primary", 500, 2000);
          school(layer, "kindergarten", 120, 420);
        });
  }

  private void school(Layer layer, String kind, int fewest, int most) throws IOException {
    for (Plot p : city.sites.of(kind)) {
      Dice dice = Dice.of("school", p.id);
      Plot.Parcel parcel = p.parcels.get(0);
      layer.add(
          city.place(p),
          p.name,
          p.nameEn,
          kind,
          parcel.address,
          parcel.addressEn,
          dice.whole(fewest, most));
    }
  }

  private void addresses() throws IOException {
    folder.points(
        "addresses",
        Marking.LDID,
        ADDRESS,
        layer -> {
          for (Plot p : city.plots) {
            Divisions.Street street = city.sites.street(p);
            for (Plot.Parcel parcel : p.parcels) {
              Point door = parcel.door;
              if (door != null && !p.is("E") && !p.is("G2")) {
                String name = parcel.address.substring(street.district.name().length());
                layer.add(door, name, parcel.addressEn.replaceAll(", [^,]*$", ""), street.code);
              }
            }
          }
        });
  }
}
