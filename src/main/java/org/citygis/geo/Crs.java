package org.citygis.geo;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.cs.AxisDirection;
import org.geotools.referencing.CRS;

/**
 * A reference system of the EPSG register, or CRS84. Inside the JVM x is always easting or
 * longitude; {@link #northFirst()} tells the axis order on the wire, which only the web edge
 * applies.
 */
public final class Crs {
  private static final Pattern EPSG =
      Pattern.compile(
          "(?i)(?:epsg:|urn:ogc:def:crs:epsg:[^:]*:|https?://www\\.opengis\\.net/def/crs/epsg/[^/]+/)(\\d{4,6})");
  private static final Pattern OGC_84 =
      Pattern.compile(
          "(?i)crs84|ogc:crs84|urn:ogc:def:crs:ogc:[^:]*:crs84|https?://www\\.opengis\\.net/def/crs/ogc/[^/]+/crs84");
  private static final ConcurrentHashMap<Integer, Crs> KNOWN = new ConcurrentHashMap<>();

  static {
    EpsgDatabase.unpackPrivately();
  }

  /** Longitude, latitude on WGS 84: what GeoJSON uses. Stored under SRID 4326. */
  public static final Crs CRS84 = new Crs("OGC:CRS84", 4326, decode(4326), false);

  public static final Crs WEB_MERCATOR = epsg(3857);

  private final String code;
  private final int srid;
  private final CoordinateReferenceSystem geotools;
  private final boolean northFirst;

  private Crs(String code, int srid, CoordinateReferenceSystem geotools, boolean northFirst) {
    this.code = code;
    this.srid = srid;
    this.geotools = geotools;
    this.northFirst = northFirst;
  }

  /** By EPSG number; 102100, as Esri names it, is 3857. */
  public static Crs epsg(int number) {
    int known = number == 102100 || number == 900913 ? 3857 : number;
    Crs cached = KNOWN.get(known);
    if (cached != null) {
      return cached;
    }
    Crs crs = new Crs("EPSG:" + known, known, decode(known), northFirst(known));
    KNOWN.put(known, crs);
    return crs;
  }

  /**
   * By {@code EPSG:4547}, {@code urn:ogc:def:crs:EPSG::4547}, {@code
   * http://www.opengis.net/def/crs/EPSG/0/4547}, or CRS84 in the same forms.
   *
   * @throws Problem.Invalid for anything else
   */
  public static Crs parse(String parameter, String text) {
    String trimmed = text.strip();
    if (OGC_84.matcher(trimmed).matches()) {
      return CRS84;
    }
    Matcher epsg = EPSG.matcher(trimmed);
    if (!epsg.matches()) {
      throw unknown(parameter, text);
    }
    try {
      return epsg(Integer.parseInt(epsg.group(1)));
    } catch (Problem.Invalid notInRegister) {
      throw unknown(parameter, text);
    }
  }

  @JsonCreator
  static Crs stored(String code) {
    return parse("crs", code);
  }

  /** {@code EPSG:4547} or {@code OGC:CRS84}. */
  @JsonValue
  public String code() {
    return code;
  }

  public int srid() {
    return srid;
  }

  /** The definition with x as easting or longitude. */
  public CoordinateReferenceSystem geotools() {
    return geotools;
  }

  /**
   * Whether the register lists northing or latitude as the first axis, as a wire format must then
   * write it.
   */
  public boolean northFirst() {
    return northFirst;
  }

  public boolean isGeographic() {
    return geotools instanceof GeographicCRS;
  }

  /** The identifier that OGC APIs use. */
  public String uri() {
    return this == CRS84
        ? "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
        : "http://www.opengis.net/def/crs/EPSG/0/" + srid;
  }

  public String name() {
    return geotools.getName().getCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Crs crs && crs.code.equals(code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public String toString() {
    return code;
  }

  private static CoordinateReferenceSystem decode(int number) {
    try {
      return CRS.decode("EPSG:" + number, true);
    } catch (FactoryException e) {
      throw unknown("crs", "EPSG:" + number);
    }
  }

  private static boolean northFirst(int number) {
    try {
      AxisDirection first =
          CRS.decode("urn:ogc:def:crs:EPSG::" + number)
              .getCoordinateSystem()
              .getAxis(0)
              .getDirection();
      return first == AxisDirection.NORTH || first == AxisDirection.SOUTH;
    } catch (FactoryException e) {
      throw unknown("crs", "EPSG:" + number);
    }
  }

  private static Problem.Invalid unknown(String parameter, String text) {
    return Problem.Invalid.parameter(
        parameter,
        text,
        Text.of(
            "EPSG 库中的坐标系，如 EPSG:4547",
            "a reference system of the EPSG register such as EPSG:4547"));
  }
}
