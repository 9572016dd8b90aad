package org.citygis.samplecity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Chooses plots for what a city needs everywhere (schools, health, safety, supply) and names them.
 */
final class Sites {
  private final List<Plot> plots;
  private final Divisions divisions;
  private final Map<String, List<Plot>> chosen = new LinkedHashMap<>();
  private final Map<String, Integer> counters = new HashMap<>();

  Sites(List<Plot> plots, Divisions divisions) {
    this.plots = plots;
    this.divisions = divisions;
  }

  List<Plot> of(String kind) {
    return chosen.getOrDefault(kind, List.of());
  }

  Divisions.Street street(Plot plot) {
    return divisions.of(plot.block.face());
  }

  void build() {
    landmarks();
    health();
    education();
    safety();
    supply();
    greens();
    estates();
  }

  private void landmarks() {
    nearest("city_hall", "A1", 3300, -4700, 8_000, "云川市政务服务中心", "Yunchuan Civic Service Centre");
    nearest("landmark", "A1", 4100, -5100, 8_000, "云川市人民政府", "Yunchuan Municipal Government");
    nearest("landmark", "A21", 2900, -3500, 8_000, "云川博物馆", "Yunchuan Museum");
    nearest("landmark", "A21", 900, 2000, 5_000, "云川图书馆", "Yunchuan Library");
    nearest("landmark", "A22", 4900, -3400, 8_000, "云川大剧院", "Yunchuan Grand Theatre");
    nearest("landmark", "A4", 7000, 2900, 20_000, "云川体育中心", "Yunchuan Sports Centre");
    nearest("landmark", "A4", -2800, 2800, 8_000, "工人体育场", "Workers' Stadium");
    nearest("landmark", "A21", 5600, -5200, 15_000, "云川会展中心", "Yunchuan Convention Centre");
    nearest("landmark", "A7", 200, 700, 3_000, "云川古城钟楼", "Old Town Bell Tower");
    nearest("landmark", "A7", -700, 300, 3_000, "文庙", "Confucian Temple");
    nearest("landmark", "A9", 900, -300, 3_000, "清泉寺", "Qingquan Temple");
    nearest("landmark", "A9", -2200, 5300, 5_000, "凤栖寺", "Fengqi Temple");
    nearest("landmark", "B11", 600, 100, 6_000, "云川百货大楼", "Yunchuan Department Store");
    nearest("landmark", "B29", 3800, -3700, 8_000, "云川中心", "Yunchuan Centre");
    nearest("rail", "S3", 1600, 5300, 20_000, "云川站", "Yunchuan Railway Station");
    nearest("rail", "S3", 8300, 2000, 20_000, "云川东站", "Yunchuan East Railway Station");
    nearest("rail", "S3", -5200, -1200, 8_000, "石桥客运站", "Shiqiao Coach Station");
    nearest("rail", "S3", -300, -6000, 8_000, "南湖客运站", "Nanhu Coach Station");
    nearest("landmark", "G3", 100, 250, 3_000, "人民广场", "Renmin Square");
    nearest("landmark", "G3", 3600, -4300, 5_000, "市民广场", "Citizens' Square");
    nearest("bars", "B3", 1500, -1300, 4_000, "沿江酒吧街", "Riverside Bar Street");
    nearest("bars", "B3", 2700, -3200, 4_000, "滨江夜市", "Binjiang Night Market");
    for (Divisions.District d : Divisions.DISTRICTS) {
      Divisions.Street seat = seat(d);
      nearest(
          "district_hall",
          "A1",
          seat.x,
          seat.y,
          5_000,
          d.name() + "人民政府",
          d.nameEn() + " Government");
    }
  }

  private Divisions.Street seat(Divisions.District district) {
    Divisions.Street best = null;
    for (Divisions.Street s : divisions.streets) {
      if (s.district == district
          && (best == null
              || Math.hypot(s.x - district.x(), s.y - district.y())
                  < Math.hypot(best.x - district.x(), best.y - district.y()))) {
        best = s;
      }
    }
    return best == null ? divisions.streets.get(0) : best;
  }

  private void health() {
    List<String[]> big =
        List.of(
            new String[] {"云川市中心医院", "Yunchuan Central Hospital"},
            new String[] {"云川市人民医院", "Yunchuan People's Hospital"},
            new String[] {"云川大学附属医院", "Yunchuan University Hospital"},
            new String[] {"云川市中医院", "Yunchuan Hospital of Traditional Chinese Medicine"},
            new String[] {"滨江医院", "Binjiang Hospital"},
            new String[] {"镜湖医院", "Jinghu Hospital"},
            new String[] {"石桥医院", "Shiqiao Hospital"},
            new String[] {"文昌医院", "Wenchang Hospital"});
    choose("tertiary", "A51", 2600, 14_000, 60_000, big.size(), this::urban)
        .forEach(p -> name(p, big));
    List<String[]> special =
        List.of(
            new String[] {"云川市妇幼保健院", "Yunchuan Maternity and Child Hospital"},
            new String[] {"云川市儿童医院", "Yunchuan Children's Hospital"},
            new String[] {"云川市口腔医院", "Yunchuan Dental Hospital"},
            new String[] {"云川市眼科医院", "Yunchuan Eye Hospital"},
            new String[] {"云川市肿瘤医院", "Yunchuan Cancer Hospital"},
            new String[] {"云川市传染病医院", "Yunchuan Hospital for Infectious Diseases"},
            new String[] {"云川市精神卫生中心", "Yunchuan Mental Health Centre"},
            new String[] {"云川市康复医院", "Yunchuan Rehabilitation Hospital"});
    choose("specialist", "A51", 2000, 6_000, 40_000, special.size(), this::urban)
        .forEach(p -> name(p, special));
    choose("secondary", "A51", 2300, 6_000, 40_000, 28, this::built)
        .forEach(
            p -> {
              Divisions.District d = street(p).district;
              int n = counters.merge("secondary" + d.name(), 1, Integer::sum);
              if (n == 1) {
                name(p, d.name() + "人民医院", d.nameEn() + " People's Hospital");
              } else if (n == 2) {
                name(p, d.name() + "中医院", d.nameEn() + " TCM Hospital");
              } else {
                name(
                    p,
                    d.name() + "第" + Names.numeral(n - 1) + "医院",
                    d.nameEn() + " No. " + (n - 1) + " Hospital");
              }
            });
    for (Divisions.Street s : divisions.streets) {
      in(
          "community",
          "A51",
          s,
          1_500,
          24_000,
          s.shortName() + "社区卫生服务中心",
          s.shortNameEn() + " Community Health Centre");
    }
    choose("ambulance", "A52", 3300, 1_500, 14_000, 22, this::built)
        .forEach(
            p ->
                name(
                    p,
                    "云川急救中心" + street(p).shortName() + "站",
                    "Ambulance Station " + street(p).shortNameEn()));
  }

  private void education() {
    int university = 0;
    List<String[]> named =
        List.of(
            new String[] {"云川大学", "Yunchuan University"},
            new String[] {"云川理工学院", "Yunchuan Institute of Technology"},
            new String[] {"云川师范学院", "Yunchuan Normal College"},
            new String[] {"云川医学院", "Yunchuan Medical College"});
    List<Plot> campuses = new ArrayList<>();
    for (Plot p : plots) {
      if (p.code.equals("A31")
          && p.area() > 45_000
          && p.site.isEmpty()
          && university < named.size()
          && apart(p, campuses, 700)) {
        take(p, "university", "A31");
        campuses.add(p);
        name(p, named.get(university)[0], named.get(university)[1]);
        university++;
      }
    }
    choose("high", "A33", 2600, 18_000, 60_000, 16, this::built)
        .forEach(p -> ordinal(p, "high", "云川市第%s高级中学", "Yunchuan No. %d High School"));
    choose("middle", "A33", 1500, 13_000, 45_000, 60, this::built)
        .forEach(p -> ordinal(p, "middle", "云川市第%s中学", "Yunchuan No. %d Middle School"));
    choose("primary", "A33", 900, 8_000, 32_000, 140, this::built)
        .forEach(
            p -> {
              Divisions.Street s = street(p);
              int n = counters.merge("primary" + s.code, 1, Integer::sum);
              if (n == 1) {
                name(p, s.shortName() + "小学", s.shortNameEn() + " Primary School");
              } else {
                name(
                    p,
                    s.shortName() + "第" + Names.numeral(n) + "小学",
                    s.shortNameEn() + " No. " + n + " Primary School");
              }
            });
    choose("vocational", "A32", 4200, 14_000, 60_000, 9, this::built)
        .forEach(
            p ->
                name(
                    p,
                    street(p).district.shortName() + "职业技术学校",
                    street(p).district.shortNameEn() + " Vocational School"));
    Names names = new Names("kindergartens");
    choose("kindergarten", "R22", 620, 1_800, 14_000, 260, this::built)
        .forEach(
            p -> {
              Names.Name n = names.trade().with("幼儿园", "Kindergarten");
              name(p, n.zh(), n.en());
            });
  }

  private void safety() {
    for (Divisions.Street s : divisions.streets) {
      in(
          "police",
          "A1",
          s,
          1_500,
          24_000,
          s.shortName() + "派出所",
          s.shortNameEn() + " Police Station");
    }
    for (Divisions.District d : Divisions.DISTRICTS) {
      Divisions.Street s = seat(d);
      in(
          "police_bureau",
          "A1",
          s,
          3_000,
          30_000,
          "云川市公安局" + d.shortName() + "分局",
          "Yunchuan Public Security Bureau, " + d.shortNameEn() + " Branch");
      in(
          "police_traffic",
          "A1",
          s,
          1_500,
          30_000,
          d.shortName() + "交警大队",
          d.shortNameEn() + " Traffic Police Brigade");
    }
    choose("fire", "U31", 2300, 2_500, 20_000, 46, p -> built(p) && p.frontage <= 2)
        .forEach(
            p ->
                name(
                    p, street(p).shortName() + "消防救援站", street(p).shortNameEn() + " Fire Station"));
    for (Divisions.Street s : divisions.streets) {
      in("street_hall", "A1", s, 1_200, 24_000, s.name + "政务服务中心", s.nameEn + " Service Centre");
    }
    Names names = new Names("communities");
    choose("community_hall", "R22", 1350, 1_200, 14_000, 110, this::urban)
        .forEach(
            p -> {
              Names.Name n = names.trade();
              name(p, n.zh() + "社区服务站", n.en() + " Community Service Point");
            });
  }

  private void supply() {
    choose("substation", "U12", 2600, 2_500, 30_000, 34, this::built)
        .forEach(
            p -> name(p, street(p).shortName() + "变电站", street(p).shortNameEn() + " Substation"));
    nearest("waterworks", "U11", -5200, 6700, 12_000, "文昌水厂", "Wenchang Water Works");
    nearest("waterworks", "U11", -6100, 5200, 12_000, "石桥水厂", "Shiqiao Water Works");
    nearest("waterworks", "U11", 9700, 6500, 10_000, "镜湖水厂", "Jinghu Water Works");
    nearest("sewage", "U21", 9300, -2100, 15_000, "城东污水处理厂", "East Sewage Treatment Plant");
    nearest("sewage", "U21", 8200, -4300, 15_000, "滨江污水处理厂", "Binjiang Sewage Treatment Plant");
    nearest("sewage", "U21", -8600, -4800, 15_000, "石桥污水处理厂", "Shiqiao Sewage Treatment Plant");
    choose("waste", "U22", 3200, 1_500, 16_000, 22, this::built)
        .forEach(
            p ->
                name(
                    p,
                    street(p).shortName() + "垃圾转运站",
                    street(p).shortNameEn() + " Waste Transfer Station"));
    choose("fuel", "B41", 2000, 1_500, 9_000, 48, p -> built(p) && p.frontage <= 2)
        .forEach(
            p ->
                name(
                    p,
                    street(p).shortName() + "加油站",
                    street(p).shortNameEn() + " Filling Station"));
    choose("bus_depot", "S41", 3300, 4_000, 40_000, 24, this::built)
        .forEach(
            p -> name(p, street(p).shortName() + "公交枢纽", street(p).shortNameEn() + " Bus Hub"));
    choose("market", "B12", 3800, 8_000, 60_000, 14, this::urban)
        .forEach(p -> name(p, street(p).shortName() + "农贸市场", street(p).shortNameEn() + " Market"));
    choose("welfare", "A6", 3400, 4_000, 30_000, 20, this::built)
        .forEach(
            p -> name(p, street(p).shortName() + "福利院", street(p).shortNameEn() + " Welfare Home"));
    choose("culture", "A22", 2600, 3_000, 20_000, 24, this::built)
        .forEach(
            p ->
                name(
                    p,
                    street(p).shortName() + "文化活动中心",
                    street(p).shortNameEn() + " Cultural Centre"));
    choose("gym", "A4", 3200, 6_000, 50_000, 18, this::built)
        .forEach(
            p -> name(p, street(p).shortName() + "体育馆", street(p).shortNameEn() + " Sports Hall"));
  }

  private void greens() {
    choose("park", "G1", 2600, 12_000, 90_000, 14, this::urban);
    Names names = new Names("parks");
    for (Plot p : plots) {
      if (p.code.equals("G1") && p.site.isEmpty() && p.block.quarter() != Block.Quarter.HILL) {
        take(p, p.block.quarter() == Block.Quarter.RIVERSIDE ? "riverside" : "park", "G1");
      } else if (p.code.equals("G3") && p.site.isEmpty()) {
        take(p, "square", "G3");
        Names.Name n = names.street();
        name(p, n.zh() + "广场", n.en() + " Square");
      }
    }
    for (Plot p : of("park")) {
      Names.Name n = names.street();
      if (p.area() > 9_000) {
        name(p, n.zh() + "公园", n.en() + " Park");
      } else {
        name(p, n.zh() + "游园", n.en() + " Pocket Park");
      }
    }
  }

  private void estates() {
    Names names = new Names("estates");
    for (Plot p : plots) {
      if ((p.is("R1") || p.code.equals("R2") || p.is("R3")) && p.area() > 5_000) {
        Names.Name n = names.estate();
        name(p, n.zh(), n.en());
        chosen.computeIfAbsent("estate", k -> new ArrayList<>()).add(p);
      }
    }
  }

  private boolean urban(Plot p) {
    return built(p) && p.block.quarter() != Block.Quarter.TOWN && p.block.urban() > 0.2;
  }

  private boolean built(Plot p) {
    return p.is("R") || p.is("B1") || p.is("B2");
  }

  private void nearest(
      String kind, String code, double x, double y, double least, String zh, String en) {
    Plot best = null;
    for (Plot p : plots) {
      if (p.site.isEmpty()
          && p.area() >= least
          && !p.is("E")
          && !p.is("H")
          && !p.is("G1")
          && !p.is("G2")
          && (best == null || p.away(x, y) < best.away(x, y))) {
        best = p;
      }
    }
    if (best != null) {
      take(best, kind, code);
      name(best, zh, en);
    }
  }

  /** One plot of the subdistrict, as near to its middle as possible. */
  private void in(
      String kind,
      String code,
      Divisions.Street s,
      double least,
      double most,
      String zh,
      String en) {
    Plot best = null;
    for (Plot p : plots) {
      if (p.site.isEmpty()
          && p.area() >= least
          && p.area() <= most
          && (built(p) || p.is("H14"))
          && street(p) == s
          && (best == null || worth(p, s) < worth(best, s))) {
        best = p;
      }
    }
    if (best != null) {
      take(best, kind, code);
      name(best, zh, en);
    }
  }

  private static double worth(Plot p, Divisions.Street s) {
    return p.away(s.x, s.y) + (p.frontage <= 2 ? 0 : 350) + (p.frontage == 9 ? 2000 : 0);
  }

  private List<Plot> choose(
      String kind,
      String code,
      double gap,
      double least,
      double most,
      int count,
      Predicate<Plot> fits) {
    List<Plot> order = new ArrayList<>(plots);
    Dice.of(kind).shuffle(order);
    List<Plot> found = new ArrayList<>();
    for (Plot p : order) {
      if (found.size() >= count) {
        break;
      }
      if (p.site.isEmpty()
          && p.area() >= least
          && p.area() <= most
          && p.frontage < 9
          && fits.test(p)
          && apart(p, found, gap * (0.8 + 0.8 * (1 - p.block.urban())))) {
        found.add(p);
        take(p, kind, code);
      }
    }
    return found;
  }

  private static boolean apart(Plot p, List<Plot> others, double gap) {
    for (Plot o : others) {
      if (o.away(p.x, p.y) < gap) {
        return false;
      }
    }
    return true;
  }

  private void take(Plot p, String kind, String code) {
    p.site = kind;
    p.code = code;
    chosen.computeIfAbsent(kind, k -> new ArrayList<>()).add(p);
  }

  private void ordinal(Plot p, String kind, String zh, String en) {
    int n = counters.merge(kind, 1, Integer::sum);
    name(p, String.format(zh, Names.numeral(n)), String.format(en, n));
  }

  private void name(Plot p, List<String[]> names) {
    int n = counters.merge(names.get(0)[0], 1, Integer::sum) - 1;
    name(p, names.get(n)[0], names.get(n)[1]);
  }

  private static void name(Plot p, String zh, String en) {
    p.name = zh;
    p.nameEn = en;
  }
}
