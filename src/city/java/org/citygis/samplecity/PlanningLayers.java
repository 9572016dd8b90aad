package org.citygis.samplecity;

import static org.citygis.samplecity.ShapefileZip.Column.date;
import static org.citygis.samplecity.ShapefileZip.Column.number;
import static org.citygis.samplecity.ShapefileZip.Column.text;
import static org.citygis.samplecity.ShapefileZip.Column.whole;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citygis.samplecity.ShapefileZip.Marking;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** The files of the planning and the land department. */
final class PlanningLayers {
  static final List<ShapefileZip.Column> PARCEL =
      List.of(
          text("宗地号", 24),
          text("用地代码", 8),
          text("坐落", 80),
          number("宗地面积", 14, 2),
          text("权属性质", 16),
          date("登记日期"));

  static final List<ShapefileZip.Column> BUILDING =
      List.of(
          text("name", 40),
          text("name_en", 64),
          text("use", 12),
          whole("floors", 3),
          number("height_m", 6, 1),
          whole("built_year", 4));

  private final City city;
  private final Folder folder;

  PlanningLayers(City city, Folder folder) {
    this.city = city;
    this.folder = folder;
  }

  void write() throws IOException {
    zoning();
    parcels();
    buildings();
    green();
    controlLines();
    projects();
  }

  private void zoning() throws IOException {
    folder.polygons(
        "zoning",
        Marking.BOTH,
        List.of(
            text("用地代码", 8),
            text("地块编号", 16),
            number("容积率", 6, 2),
            number("限高", 6, 1),
            number("建筑密度", 6, 1),
            number("绿地率", 6, 1),
            text("规划名称", 80)),
        layer -> {
          for (Plot p : city.plots) {
            Divisions.Street s = city.sites.street(p);
            layer.add(
                p.shape,
                p.code,
                p.number,
                p.far,
                p.height,
                p.density,
                p.green,
                s.district.name() + s.shortName() + "片区控制性详细规划");
          }
        });
  }

  private void parcels() throws IOException {
    folder.shapefile(
        "parcels",
        "宗地",
        5,
        Marking.LDID,
        PARCEL,
        layer -> {
          for (Plot p : city.plots) {
            for (Plot.Parcel c : p.parcels) {
              if (!p.is("E1")) {
                Dice dice = Dice.of("register " + c.number);
                layer.add(
                    c.shape,
                    c.number,
                    p.code,
                    c.address,
                    c.shape.getArea(),
                    owner(p.code, dice),
                    LocalDate.of(2026, 9, 30).minusDays((long) (dice.unit() * dice.unit() * 9000)));
              }
            }
          }
        });
  }

  static String owner(String code, Dice dice) {
    if (code.startsWith("E") || code.startsWith("H")) {
      return "collective";
    }
    if ("AGSU".indexOf(code.charAt(0)) >= 0) {
      return "state_allocated";
    }
    return dice.chance(0.86)
        ? "state_granted"
        : dice.chance(0.5) ? "state_allocated" : "state_leased";
  }

  private void buildings() throws IOException {
    folder.polygons(
        "buildings",
        Marking.LDID,
        BUILDING,
        layer -> {
          for (Houses.House h : city.houses) {
            layer.add(h.shape(), h.name(), h.nameEn(), h.use(), h.floors(), h.height(), h.year());
          }
        });
  }

  private void green() throws IOException {
    folder.polygons(
        "green",
        Marking.CPG,
        List.of(text("name", 40), text("name_en", 64), text("kind", 12)),
        layer -> {
          for (Plot p : city.plots) {
            String kind =
                switch (p.code) {
                  case "G2" -> "protective";
                  case "G3" -> "square";
                  case "G1" -> p.block.quarter() == Block.Quarter.RIVERSIDE ? "riverside" : "park";
                  default -> "";
                };
            if (!kind.isEmpty() && p.block.quarter() != Block.Quarter.HILL) {
              boolean strip = kind.equals("riverside") && p.name.isEmpty();
              layer.add(
                  p.shape, strip ? "滨水绿地" : p.name, strip ? "Riverside green" : p.nameEn, kind);
            }
          }
          for (Terrain.Named hill : city.terrain.hills) {
            Geometry inside = Shapes.common(hill.shape(), city.terrain.region);
            layer.add(Shapes.minus(inside, city.terrain.water), hill.name(), hill.nameEn(), "hill");
          }
          layer.add(city.terrain.island, "江心洲湿地", "River Island Wetland", "wetland");
        });
  }

  private void controlLines() throws IOException {
    folder.polygons(
        "control_lines",
        Marking.LDID,
        List.of(
            text("kind", 16),
            text("name", 60),
            text("name_en", 80),
            text("rule", 120),
            text("rule_en", 200)),
        layer -> {
          List<Geometry> built = new ArrayList<>();
          for (Polygon face : city.roads.faces) {
            org.locationtech.jts.geom.Point in = face.getInteriorPoint();
            if (city.plan.urban(in.getX(), in.getY()) > 0.09 && face.getArea() < 900_000) {
              built.add(face);
            }
          }
          int k = 0;
          for (Polygon part : Shapes.polygons(Shapes.joined(built), 400_000)) {
            Polygon shell = Shapes.FACTORY.createPolygon(part.getExteriorRing().getCoordinates());
            k++;
            layer.add(
                shell,
                "urban_growth",
                k == 1 ? "城镇开发边界" : "城镇开发边界（" + k + "）",
                k == 1 ? "Urban growth boundary" : "Urban growth boundary (" + k + ")",
                "边界内集中建设，边界外不得进行城镇集中建设。",
                "Building is concentrated inside the boundary; no urban development outside.");
          }
          for (Terrain.Named hill : city.terrain.hills) {
            Geometry core = Shapes.common(hill.shape().buffer(-60), city.terrain.region);
            for (Polygon p : Shapes.polygons(smooth(core), 40_000)) {
              layer.add(
                  p,
                  "ecological",
                  hill.name() + "生态保护红线",
                  hill.nameEn() + " ecological red line",
                  "红线内禁止开发建设活动。",
                  "Development is prohibited inside the line.");
            }
            for (Polygon p : Shapes.polygons(hill.shape(), 0)) {
              if (Plan.ring(p.getCentroid().getX(), p.getCentroid().getY()) < 9500) {
                layer.add(
                    p,
                    "green",
                    hill.name() + "绿线",
                    hill.nameEn() + " green line",
                    "绿线内不得改作他用。",
                    "Land inside the line keeps its use as green space.");
              }
            }
          }
          layer.add(
              city.terrain.island,
              "ecological",
              "江心洲湿地生态保护红线",
              "River Island Wetland ecological red line",
              "红线内禁止开发建设活动。",
              "Development is prohibited inside the line.");
          for (Terrain.Named w : city.terrain.waters) {
            double margin = w.kind().equals("canal") ? 10 : w.name().equals("云川河") ? 50 : 30;
            Geometry line = Shapes.common(smooth(w.shape().buffer(margin, 3)), city.terrain.region);
            layer.add(
                line,
                "blue",
                w.name() + "蓝线",
                w.nameEn() + " blue line",
                "蓝线内不得填占水面、建设与防洪无关的设施。",
                "No filling of water and no structures unrelated to flood protection.");
          }
          for (Plot p : city.plots) {
            if (p.site.equals("park") && p.area() > 20_000) {
              layer.add(
                  p.shape,
                  "green",
                  p.name + "绿线",
                  p.nameEn + " green line",
                  "绿线内不得改作他用。",
                  "Land inside the line keeps its use as green space.");
            } else if (p.code.equals("A7")) {
              String name = p.name.isEmpty() ? city.sites.street(p).shortName() + "历史建筑群" : p.name;
              String nameEn =
                  p.nameEn.isEmpty()
                      ? city.sites.street(p).shortNameEn() + " historic quarter"
                      : p.nameEn;
              layer.add(
                  smooth(p.shape.buffer(30, 2)),
                  "heritage",
                  name + "紫线",
                  nameEn + " purple line",
                  "紫线内新建建筑限高 12 米，风貌须与历史建筑协调。",
                  "New buildings no higher than 12 m and in keeping with the historic ones.");
            } else if (p.code.equals("U11")
                || p.code.equals("U21")
                || p.code.equals("U12")
                || p.code.equals("S3")) {
              layer.add(
                  p.shape,
                  "yellow",
                  p.name + "黄线",
                  p.nameEn + " yellow line",
                  "黄线内只可建设该项基础设施。",
                  "Only this infrastructure may be built inside the line.");
            }
          }
          farmland(layer);
        });
  }

  private void farmland(Layer layer) throws IOException {
    int n = 0;
    for (Plot p : city.plots) {
      if (p.code.equals("E2")
          && p.block.quarter() == Block.Quarter.COUNTRY
          && p.area() > 280_000
          && Dice.of("farmland", p.id).chance(0.55)) {
        n++;
        Divisions.Street s = city.sites.street(p);
        String number = String.format(Locale.ROOT, "%03d", n);
        layer.add(
            p.shape,
            "farmland",
            s.shortName() + "永久基本农田" + number,
            s.shortNameEn() + " permanent farmland " + number,
            "不得占用或改变用途。",
            "May not be built on or put to another use.");
      }
    }
  }

  private static Geometry smooth(Geometry g) {
    return Shapes.union(List.of(TopologyPreservingSimplifier.simplify(g, 3)));
  }

  private void projects() throws IOException {
    folder.polygons(
        "projects",
        Marking.LDID,
        List.of(
            text("name", 60),
            text("name_en", 96),
            text("developer", 60),
            text("status", 14),
            date("submitted")),
        layer -> {
          Dice dice = Dice.of("projects");
          List<Plot> order = new ArrayList<>(city.plots);
          dice.shuffle(order);
          int n = 0;
          for (Plot p : order) {
            boolean fits =
                (p.is("R2") || p.is("B") || p.is("M1") || p.is("A3") || p.is("A5"))
                    && p.area() > 9_000
                    && p.block.urban() > 0.18;
            if (!fits || n == 64) {
              continue;
            }
            n++;
            String place = p.name.isEmpty() ? city.sites.street(p).shortName() + p.number : p.name;
            String placeEn =
                p.nameEn.isEmpty() ? city.sites.street(p).shortNameEn() + " " + p.number : p.nameEn;
            String[] what =
                switch (p.code.charAt(0)) {
                  case 'R' -> new String[] {"住宅项目", "housing project"};
                  case 'B' -> new String[] {"商业综合体项目", "commercial complex"};
                  case 'M' -> new String[] {"标准厂房项目", "factory buildings"};
                  default -> new String[] {"改扩建项目", "extension"};
                };
            String developer =
                "云川"
                    + dice.pick("城建", "滨江", "镜湖", "文昌", "石桥", "青云")
                    + dice.pick("开发投资公司", "置业公司", "建设集团");
            String status =
                dice.pick(
                    "submitted",
                    "review",
                    "review",
                    "consultation",
                    "approved",
                    "approved",
                    "construction",
                    "construction",
                    "rejected");
            layer.add(
                p.shape,
                place + what[0],
                placeEn + " " + what[1],
                developer,
                status,
                LocalDate.of(2026, 10, 28)
                    .minusDays(dice.whole(0, status.equals("construction") ? 700 : 260)));
          }
        });
  }
}
