package org.citygis.samplecity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Service halls with their hours and the services they offer. */
final class Halls {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final List<String> ALL =
      List.of(
          "household",
          "id_card",
          "residence_permit",
          "exit_entry",
          "social_insurance",
          "medical_insurance",
          "housing_fund",
          "employment",
          "business_licence",
          "tax",
          "real_estate",
          "construction_permit",
          "vehicle",
          "marriage",
          "birth",
          "school_enrolment",
          "senior_card",
          "disability",
          "social_aid",
          "notary");
  private static final List<String> LOCAL =
      List.of(
          "household",
          "id_card",
          "residence_permit",
          "social_insurance",
          "medical_insurance",
          "employment",
          "birth",
          "school_enrolment",
          "senior_card",
          "disability",
          "social_aid");
  private static final List<String> NEAR =
      List.of(
          "residence_permit",
          "medical_insurance",
          "birth",
          "senior_card",
          "disability",
          "social_aid");

  private final City city;
  private final Folder folder;

  Halls(City city, Folder folder) {
    this.city = city;
    this.folder = folder;
  }

  void write() throws IOException {
    folder.geoJson(
        "service_halls",
        List.of(
            "name",
            "name_en",
            "level",
            "district_code",
            "address",
            "address_en",
            "phone",
            "hours",
            "items",
            "windows",
            "transit",
            "transit_en",
            "accessible",
            "holidays"),
        layer -> {
          halls(layer, "city_hall", "city");
          halls(layer, "district_hall", "district");
          halls(layer, "street_hall", "street");
          halls(layer, "community_hall", "community");
        });
  }

  private void halls(Layer layer, String site, String level) throws IOException {
    for (Plot p : city.sites.of(site)) {
      Dice dice = Dice.of("hall", p.id);
      Divisions.Street street = city.sites.street(p);
      Plot.Parcel parcel = p.parcels.get(0);
      boolean district = level.equals("district");
      String name = district ? street.district.name() + "政务服务中心" : p.name;
      String nameEn = district ? street.district.nameEn() + " Service Centre" : p.nameEn;
      List<String> items = items(level, dice);
      Metro.Station station = nearest(p);
      boolean walk = station != null && p.away(station.place().x, station.place().y) < 900;
      Names.Name stop = city.roadNear(p);
      String bus = dice.whole(1, 60) + "、" + dice.whole(61, 128);
      String transit =
          station != null && walk
              ? "地铁"
                  + station.line()
                  + station.name()
                  + "步行约"
                  + minutes(p, station)
                  + "分钟；公交"
                  + bus
                  + "路"
              : "公交" + bus + "路" + stop.zh() + "站";
      String transitEn =
          station != null && walk
              ? "Metro "
                  + station.lineEn()
                  + ", "
                  + station.nameEn()
                  + ", "
                  + minutes(p, station)
                  + " min on foot; bus "
                  + bus.replace("、", ", ")
              : "Bus " + bus.replace("、", ", ") + " to " + stop.en();
      int windows =
          switch (level) {
            case "city" -> 120;
            case "district" -> dice.whole(28, 56);
            case "street" -> dice.whole(6, 14);
            default -> dice.whole(1, 4);
          };
      layer.add(
          city.place(p),
          name,
          nameEn,
          level,
          level.equals("city")
              ? "421900000000"
              : district ? street.district.fullCode() : street.code,
          parcel.address,
          parcel.addressEn,
          SafetyLayers.phone(dice),
          hours(level, dice),
          String.join(",", items),
          windows,
          transit,
          transitEn,
          level.equals("city") || district || dice.chance(0.72),
          "法定节假日休息");
    }
  }

  private static List<String> items(String level, Dice dice) {
    List<String> items = new ArrayList<>();
    for (String item : level.equals("community") ? NEAR : level.equals("street") ? LOCAL : ALL) {
      boolean always = level.equals("city");
      boolean rare =
          level.equals("district")
              && (item.equals("exit_entry") || item.equals("vehicle") || item.equals("notary"));
      if (always || dice.chance(rare ? 0.4 : 0.93)) {
        items.add(item);
      }
    }
    return items;
  }

  private static long minutes(Plot p, Metro.Station station) {
    return Math.max(1, Math.round(p.away(station.place().x, station.place().y) * 1.3 / 75));
  }

  private Metro.@org.jspecify.annotations.Nullable Station nearest(Plot p) {
    Metro.Station best = null;
    for (Metro.Station s : city.metro.stations) {
      if (best == null
          || p.away(s.place().x, s.place().y) < p.away(best.place().x, best.place().y)) {
        best = s;
      }
    }
    return best;
  }

  /** Opening times by day, as JSON. */
  private static String hours(String level, Dice dice) {
    String morning = dice.chance(0.3) ? "08:30" : "09:00";
    String evening = dice.chance(0.3) ? "17:30" : "17:00";
    boolean through = level.equals("city") || level.equals("district") && dice.chance(0.6);
    String usual =
        through
            ? "[[\"" + morning + "\",\"" + evening + "\"]]"
            : "[[\"" + morning + "\",\"12:00\"],[\"13:30\",\"" + evening + "\"]]";
    String late = "[[\"" + morning + "\",\"20:00\"]]";
    boolean evenings = level.equals("city") || level.equals("district") && dice.chance(0.5);
    String saturday =
        level.equals("city") || level.equals("district") && dice.chance(0.7)
            ? "[[\"09:00\",\"16:00\"]]"
            : dice.chance(0.45) ? "[[\"09:00\",\"12:00\"]]" : "[]";
    String sunday = level.equals("city") ? "[[\"09:00\",\"12:00\"]]" : "[]";
    StringBuilder json = new StringBuilder("{");
    for (String day : DAYS) {
      String open =
          day.equals("sat")
              ? saturday
              : day.equals("sun") ? sunday : day.equals("thu") && evenings ? late : usual;
      json.append(json.length() > 1 ? "," : "").append('"').append(day).append("\":").append(open);
    }
    return json.append('}').toString();
  }
}
