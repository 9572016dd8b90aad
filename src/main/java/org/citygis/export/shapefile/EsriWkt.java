package org.citygis.export.shapefile;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.measure.Unit;
import javax.measure.quantity.Length;
import org.citygis.geo.Crs;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.parameter.ParameterValue;
import org.geotools.api.referencing.IdentifiedObject;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.metadata.iso.citation.Citations;
import org.geotools.referencing.AbstractIdentifiedObject;
import si.uom.SI;

/**
 * A reference system as ArcGIS writes it into a .prj. Names of the systems that Chinese cities use
 * are those of Esri's own list; others follow its rules.
 */
final class EsriWkt {
  private static final String WEB_MERCATOR =
      "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\",%s,PROJECTION[\"Mercator_Auxiliary_Sphere\"],"
          + "PARAMETER[\"False_Easting\",0.0],PARAMETER[\"False_Northing\",0.0],"
          + "PARAMETER[\"Central_Meridian\",0.0],PARAMETER[\"Standard_Parallel_1\",0.0],"
          + "PARAMETER[\"Auxiliary_Sphere_Type\",0.0],UNIT[\"Meter\",1.0]]";

  /** Names of a geographic system: itself, datum, ellipsoid, prefix of its projected systems. */
  private record Names(String system, String datum, String ellipsoid, String prefix) {}

  private static final Map<String, Names> KNOWN =
      Map.of(
          "4490",
          new Names(
              "GCS_China_Geodetic_Coordinate_System_2000", "D_China_2000", "CGCS2000", "CGCS2000"),
          "4326",
          new Names("GCS_WGS_1984", "D_WGS_1984", "WGS_1984", "WGS_1984"),
          "4610",
          new Names("GCS_Xian_1980", "D_Xian_1980", "Xian_1980", "Xian_1980"),
          "4214",
          new Names("GCS_Beijing_1954", "D_Beijing_1954", "Krasovsky_1940", "Beijing_1954"));

  private static final Pattern GAUSS_KRUGER =
      Pattern.compile("(?i).* / (3-degree )?Gauss-Kruger (zone|CM) (\\d+)([EN]?)");
  private static final Pattern UTM = Pattern.compile("(?i).* / UTM zone (\\d+)([NS])");

  private static final Map<String, String> PROJECTIONS =
      Map.of(
          "Mercator_1SP", "Mercator",
          "Mercator_2SP", "Mercator",
          "Lambert_Conformal_Conic_1SP", "Lambert_Conformal_Conic",
          "Lambert_Conformal_Conic_2SP", "Lambert_Conformal_Conic",
          "Albers_Conic_Equal_Area", "Albers",
          "Oblique_Mercator", "Hotine_Oblique_Mercator_Azimuth_Center",
          "Oblique_Stereographic", "Double_Stereographic");

  private EsriWkt() {}

  static String of(Crs crs) {
    if (crs.equals(Crs.WEB_MERCATOR)) {
      return WEB_MERCATOR.formatted(geographic((GeographicCRS) Crs.CRS84.geotools()));
    }
    return switch (crs.geotools()) {
      case GeographicCRS system -> geographic(system);
      case ProjectedCRS system -> projected(system);
      default -> throw new IllegalArgumentException(crs.code());
    };
  }

  private static String geographic(GeographicCRS system) {
    Names names = names(system);
    Ellipsoid ellipsoid = system.getDatum().getEllipsoid();
    double inverse = ellipsoid.isSphere() ? 0 : ellipsoid.getInverseFlattening();
    double toMetre = factor(ellipsoid.getAxisUnit());
    return "GEOGCS[\"%s\",DATUM[\"%s\",SPHEROID[\"%s\",%s,%s]],PRIMEM[\"%s\",%s],UNIT[\"Degree\",0.0174532925199433]]"
        .formatted(
            names.system,
            names.datum,
            names.ellipsoid,
            ellipsoid.getSemiMajorAxis() * toMetre,
            inverse,
            plain(system.getDatum().getPrimeMeridian().getName().getCode()),
            system.getDatum().getPrimeMeridian().getGreenwichLongitude());
  }

  private static Names names(GeographicCRS system) {
    String code = system.getIdentifiers().stream().map(id -> id.getCode()).findFirst().orElse("");
    Names known = KNOWN.get(code);
    if (known != null) {
      return known;
    }
    String name = plain(system.getName().getCode());
    return new Names(
        "GCS_" + name,
        "D_" + plain(system.getDatum().getName().getCode()),
        plain(system.getDatum().getEllipsoid().getName().getCode()),
        name);
  }

  private static String projected(ProjectedCRS system) {
    GeographicCRS base = (GeographicCRS) system.getBaseCRS();
    String method = ogc(system.getConversionFromBase().getMethod());
    Matcher kruger = GAUSS_KRUGER.matcher(system.getName().getCode());
    String projection =
        kruger.matches() ? "Gauss_Kruger" : PROJECTIONS.getOrDefault(method, title(method));
    StringBuilder text = new StringBuilder();
    text.append("PROJCS[\"").append(name(system, base)).append("\",").append(geographic(base));
    text.append(",PROJECTION[\"").append(projection).append("\"]");
    parameters(system)
        .forEach((key, value) -> text.append(",PARAMETER[\"%s\",%s]".formatted(key, value)));
    Unit<?> unit = system.getCoordinateSystem().getAxis(0).getUnit();
    double factor = factor(unit);
    String unitName =
        factor == 1
            ? "Meter"
            : factor == 0.3048
                ? "Foot"
                : Math.abs(factor - 1200 / 3937.0) < 1e-12 ? "Foot_US" : plain(unit.toString());
    return text.append(",UNIT[\"")
        .append(unitName)
        .append("\",")
        .append(factor)
        .append("]]")
        .toString();
  }

  private static String name(ProjectedCRS system, GeographicCRS base) {
    String name = system.getName().getCode();
    String prefix = names(base).prefix;
    Matcher kruger = GAUSS_KRUGER.matcher(name);
    if (kruger.matches()) {
      String width = kruger.group(1) == null ? "" : "_3_Degree";
      String zone = kruger.group(2).equalsIgnoreCase("zone") ? "Zone" : "CM";
      return "%s%s_GK_%s_%s%s".formatted(prefix, width, zone, kruger.group(3), kruger.group(4));
    }
    Matcher utm = UTM.matcher(name);
    return utm.matches()
        ? "%s_UTM_Zone_%s%s".formatted(prefix, utm.group(1), utm.group(2))
        : plain(name);
  }

  /** In Esri's order; lengths in the system's own unit. */
  private static Map<String, Double> parameters(ProjectedCRS system) {
    Map<String, Double> given = new LinkedHashMap<>();
    for (GeneralParameterValue each :
        system.getConversionFromBase().getParameterValues().values()) {
      if (each instanceof ParameterValue<?> value
          && value.getValue() instanceof Number number
          && !ogc(value.getDescriptor()).startsWith("semi_")) {
        given.put(title(ogc(value.getDescriptor())), inOwnUnit(value, number, system));
      }
    }
    Map<String, Double> ordered = new LinkedHashMap<>();
    for (String first : new String[] {"False_Easting", "False_Northing", "Central_Meridian"}) {
      if (given.containsKey(first)) {
        ordered.put(first, given.remove(first));
      }
    }
    Double origin = given.remove("Latitude_Of_Origin");
    switch (ogc(system.getConversionFromBase().getMethod())) {
      case "Lambert_Conformal_Conic_1SP" ->
          ordered.put("Standard_Parallel_1", Objects.requireNonNullElse(origin, 0.0));
      case "Lambert_Conformal_Conic_2SP" -> given.remove("Scale_Factor", 1.0);
      case "Mercator_1SP" -> {
        if (given.remove("Scale_Factor", 1.0)) {
          ordered.put("Standard_Parallel_1", 0.0);
        }
      }
      default -> {
        // Esri's parameters are those of OGC.
      }
    }
    ordered.putAll(given);
    if (origin != null) {
      ordered.put("Latitude_Of_Origin", origin);
    }
    return ordered;
  }

  private static double inOwnUnit(ParameterValue<?> value, Number number, ProjectedCRS system) {
    Unit<?> length = system.getCoordinateSystem().getAxis(0).getUnit();
    Unit<?> given = value.getUnit();
    return given != null && given.isCompatible(length)
        ? value.doubleValue(length)
        : number.doubleValue();
  }

  private static double factor(Unit<?> unit) {
    return unit.asType(Length.class).getConverterTo(SI.METRE).convert(1.0);
  }

  private static String ogc(IdentifiedObject object) {
    String name = AbstractIdentifiedObject.getName(object, Citations.OGC);
    return name == null ? object.getName().getCode() : name;
  }

  /** {@code central_meridian} as {@code Central_Meridian}. */
  private static String title(String name) {
    return Pattern.compile("(^|_)([a-z])")
        .matcher(plain(name))
        .replaceAll(part -> part.group(1) + part.group(2).toUpperCase(Locale.ROOT));
  }

  private static String plain(String name) {
    return name.replaceAll("[^\\p{Alnum}]+", "_").replaceAll("^_|_$", "");
  }
}
