package org.citygis.ingest.crs;

import java.util.List;
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

  private static final double CERTAIN = 0.98;

  /** Several systems have the same parameters, and no name tells them apart. */
  private static final double AMBIGUOUS = 0.85;

  /** The ellipsoid stands for a datum that has no name. */
  private static final double BY_ELLIPSOID = 0.75;

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
    Optional<CrsCandidate> found = byParameters(root);
    return found.isPresent() ? found : byGeoTools(text);
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
        .flatMap(number -> epsg(number.intValue(), CERTAIN));
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

  private static Optional<CrsCandidate> byParameters(WktNode root) {
    return switch (root.keyword()) {
      case "GEOGCS", "GEOGCRS", "GEODCRS", "GEODETICCRS", "GEOGRAPHICCRS" ->
          isGreenwich(root) ? certain(geographic(root)) : Optional.empty();
      case "PROJCS" -> projected(root);
      default -> Optional.empty();
    };
  }

  private static Optional<CrsCandidate> certain(OptionalInt code) {
    return code.isPresent() ? epsg(code.getAsInt(), CERTAIN) : Optional.empty();
  }

  private static OptionalInt geographic(WktNode root) {
    Optional<ChineseGrid> chinese = ChineseGrid.findByName(root.name(), datum(root));
    return chinese.isPresent()
        ? OptionalInt.of(chinese.get().geographic())
        : Register.get().findGeographic(datum(root), root.name());
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

  private static Optional<CrsCandidate> projected(WktNode root) {
    Optional<WktNode> base = root.find("GEOGCS").filter(PrjReader::isGreenwich);
    if (base.isEmpty()) {
      return Optional.empty();
    }
    String method = Register.letters(root.find("PROJECTION").map(WktNode::name).orElse(""));
    OptionalInt geographic = geographic(base.get());
    return switch (method) {
      case "gausskruger", "transversemercator", "gausskrueger" -> {
        Optional<CrsCandidate> chinese = chinese(root, base.get(), geographic.isPresent());
        yield chinese.isPresent() ? chinese : inRegister(root, geographic);
      }
      case "mercatorauxiliarysphere", "popularvisualisationpseudomercator" -> epsg(3857, CERTAIN);
      case "mercator", "mercator1sp" -> mercator(root, geographic);
      default -> inRegister(root, geographic);
    };
  }

  private static Optional<CrsCandidate> mercator(WktNode root, OptionalInt geographic) {
    boolean plain =
        isMetres(root)
            && geographic.orElse(0) == 4326
            && zero(root, "Central_Meridian")
            && zero(root, "Standard_Parallel_1");
    boolean web = Register.letters(root.name()).contains("pseudomercator");
    return plain ? epsg(web ? 3857 : 3395, CERTAIN) : Optional.empty();
  }

  private static boolean isMetres(WktNode root) {
    return root.find("UNIT").map(unit -> unit.number(1).orElse(0) == 1).orElse(false);
  }

  /** A grid of one of China's datums; of a datum without a name by the ellipsoid. */
  private static Optional<CrsCandidate> chinese(WktNode root, WktNode base, boolean known) {
    if (!isMetres(root)) {
      return Optional.empty();
    }
    Optional<ChineseGrid> named = ChineseGrid.findByName(base.name(), datum(base), root.name());
    if (named.isPresent()) {
      return certain(gaussKruger(named.get(), root));
    }
    Optional<ChineseGrid> likely =
        known
            ? Optional.empty()
            : base.find("DATUM")
                .flatMap(datum -> datum.find("SPHEROID", "ELLIPSOID"))
                .flatMap(
                    spheroid ->
                        ChineseGrid.findByEllipsoid(
                            spheroid.number(1).orElse(0), spheroid.number(2).orElse(0)));
    return likely
        .map(grid -> gaussKruger(grid, root))
        .filter(OptionalInt::isPresent)
        .flatMap(code -> epsg(code.getAsInt(), BY_ELLIPSOID));
  }

  private static Optional<CrsCandidate> inRegister(WktNode root, OptionalInt geographic) {
    if (geographic.isEmpty()) {
      return Optional.empty();
    }
    List<Register.Projected> same =
        Projection.find(root, geographic.getAsInt())
            .map(Register.get()::findProjected)
            .orElse(List.of());
    String name = Register.letters(root.name());
    for (Register.Projected system : same) {
      if (same.size() == 1 || system.names().contains(name)) {
        return epsg(system.code(), CERTAIN);
      }
    }
    return same.isEmpty() ? Optional.empty() : epsg(same.getFirst().code(), AMBIGUOUS);
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
