package org.citygis.ingest.crs;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.citygis.geo.Crs;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.geotools.api.referencing.FactoryException;
import org.geotools.referencing.CRS;

/** Reads a .prj: Esri's and OGC's well-known text, or just a code. */
final class PrjReader {
  private static final Pattern CODE =
      Pattern.compile("(?i)\\s*(?:urn:ogc:def:crs:)?(?:epsg|ogc):.*");
  private static final int LONGEST = 20_000;
  private static final int MOST_KNOWN = 1_000;

  /** Geographic systems by the name of their datum, as Esri and EPSG write it, letters only. */
  private static final Map<String, Integer> DATUMS =
      Map.ofEntries(
          Map.entry("wgs1984", 4326),
          Map.entry("wgs84", 4326),
          Map.entry("worldgeodeticsystem1984", 4326),
          Map.entry("northamerican1983", 4269),
          Map.entry("northamericandatum1983", 4269),
          Map.entry("northamerican1927", 4267),
          Map.entry("etrs1989", 4258),
          Map.entry("europeanterrestrialreferencesystem1989", 4258),
          Map.entry("gda1994", 4283),
          Map.entry("geocentricdatumofaustralia1994", 4283),
          Map.entry("osgb1936", 4277),
          Map.entry("jgd2000", 4612),
          Map.entry("hongkong1980", 4611));

  private final Map<String, Optional<CrsCandidate>> known = new ConcurrentHashMap<>();

  Optional<CrsCandidate> find(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    if (known.size() > MOST_KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(text, PrjReader::read);
  }

  private static Optional<CrsCandidate> read(String text) {
    if (CODE.matcher(text).matches()) {
      return parse(text);
    }
    Optional<WktNode> parsed = WktNode.parse(text);
    if (parsed.isEmpty()) {
      return Optional.empty();
    }
    WktNode root = parsed.get();
    if (root.keyword().equals("COMPD_CS") && !root.children().isEmpty()) {
      root = root.children().getFirst();
    }
    Optional<CrsCandidate> own = byAuthority(root);
    if (own.isPresent()) {
      return own;
    }
    OptionalInt code = byParameters(root);
    return code.isPresent() ? epsg(code.getAsInt(), 0.98) : byGeoTools(text);
  }

  private static Optional<CrsCandidate> parse(String text) {
    try {
      return Optional.of(
          new CrsCandidate(
              Placement.of(Crs.parse("crs", text)),
              1,
              Text.of("文件注明坐标系编号", "The file names the system's code")));
    } catch (Problem.Invalid unknown) {
      return Optional.empty();
    }
  }

  private static Optional<CrsCandidate> byAuthority(WktNode root) {
    return root.find("AUTHORITY", "ID")
        .filter(id -> id.name().equalsIgnoreCase("EPSG"))
        .flatMap(id -> id.number(1).stream().boxed().findFirst())
        .flatMap(number -> epsg(number.intValue(), 0.98));
  }

  private static Optional<CrsCandidate> epsg(int code, double confidence) {
    try {
      return Optional.of(
          new CrsCandidate(
              Placement.of(Crs.epsg(code)),
              confidence,
              Text.of(
                  "文件自带的坐标系定义（.prj），按参数匹配",
                  "Defined by the file (.prj), matched by its parameters")));
    } catch (Problem.Invalid unknown) {
      return Optional.empty();
    }
  }

  private static OptionalInt byParameters(WktNode root) {
    return switch (root.keyword()) {
      case "GEOGCS", "GEOGCRS", "GEODCRS", "GEODETICCRS", "GEOGRAPHICCRS" -> geographic(root);
      case "PROJCS" -> projected(root);
      default -> OptionalInt.empty();
    };
  }

  private static OptionalInt geographic(WktNode root) {
    if (!isGreenwich(root)) {
      return OptionalInt.empty();
    }
    Optional<ChineseGrid> chinese = ChineseGrid.findByName(root.name(), datum(root));
    if (chinese.isPresent()) {
      return OptionalInt.of(chinese.get().geographic());
    }
    Integer code = DATUMS.get(letters(datum(root)));
    return code == null ? OptionalInt.empty() : OptionalInt.of(code);
  }

  private static boolean isGreenwich(WktNode geographic) {
    return geographic
        .find("PRIMEM", "PRIMEMERIDIAN")
        .map(meridian -> meridian.number(1).orElse(0) == 0)
        .orElse(true);
  }

  private static String datum(WktNode geographic) {
    return geographic
        .find("DATUM", "GEODETICDATUM", "TRF", "ENSEMBLE")
        .map(WktNode::name)
        .orElse("");
  }

  /** {@code D_WGS_1984} and {@code WGS_1984} are one. */
  private static String letters(String name) {
    return name.replaceFirst("^D_", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static OptionalInt projected(WktNode root) {
    Optional<WktNode> base = root.find("GEOGCS").filter(PrjReader::isGreenwich);
    boolean metres = root.find("UNIT").map(unit -> unit.number(1).orElse(0) == 1).orElse(false);
    if (base.isEmpty() || !metres) {
      return OptionalInt.empty();
    }
    String projection = letters(root.find("PROJECTION").map(WktNode::name).orElse(""));
    boolean wgs84 = Integer.valueOf(4326).equals(DATUMS.get(letters(datum(base.get()))));
    return switch (projection) {
      case "gausskruger", "transversemercator", "gausskrueger" -> {
        Optional<ChineseGrid> chinese =
            ChineseGrid.findByName(base.get().name(), datum(base.get()), root.name());
        yield chinese.isPresent() ? gaussKruger(chinese.get(), root) : utm(root, wgs84);
      }
      case "mercatorauxiliarysphere", "popularvisualisationpseudomercator" -> OptionalInt.of(3857);
      case "mercator", "mercator1sp" -> {
        boolean plain = zero(root, "Central_Meridian") && zero(root, "Standard_Parallel_1");
        boolean web = letters(root.name()).contains("pseudomercator");
        yield wgs84 && plain ? OptionalInt.of(web ? 3857 : 3395) : OptionalInt.empty();
      }
      default -> OptionalInt.empty();
    };
  }

  private static boolean zero(WktNode root, String parameter) {
    return root.parameter(parameter).orElse(0) == 0;
  }

  private static OptionalInt gaussKruger(ChineseGrid grid, WktNode root) {
    boolean plain =
        zero(root, "False_Northing")
            && zero(root, "Latitude_Of_Origin")
            && root.parameter("Scale_Factor").orElse(1) == 1;
    return plain
        ? grid.code(
            root.parameter("Central_Meridian").orElse(-1),
            root.parameter("False_Easting").orElse(-1),
            root.name())
        : OptionalInt.empty();
  }

  private static OptionalInt utm(WktNode root, boolean wgs84) {
    double meridian = root.parameter("Central_Meridian").orElse(-1);
    double zone = (meridian + 183) / 6;
    boolean grid =
        wgs84
            && zone == Math.rint(zone)
            && zone >= 1
            && zone <= 60
            && root.parameter("Scale_Factor").orElse(0) == 0.9996
            && root.parameter("False_Easting").orElse(0) == 500_000
            && zero(root, "Latitude_Of_Origin");
    if (!grid) {
      return OptionalInt.empty();
    }
    double northing = root.parameter("False_Northing").orElse(0);
    if (northing == 0) {
      return OptionalInt.of(32600 + (int) zone);
    }
    return northing == 10_000_000 ? OptionalInt.of(32700 + (int) zone) : OptionalInt.empty();
  }

  /** Only what GeoTools finds without searching the whole register, which takes seconds. */
  private static Optional<CrsCandidate> byGeoTools(String text) {
    try {
      Integer code = CRS.lookupEpsgCode(CRS.parseWKT(text), false);
      return code == null ? Optional.empty() : epsg(code, 0.9);
    } catch (FactoryException | RuntimeException unknown) {
      // A stranger's text can break the parser in many ways; all of them mean: not known.
      return Optional.empty();
    }
  }
}
