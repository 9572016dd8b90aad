package org.citygis.features.site;

import java.util.Locale;
import org.citygis.catalog.Layers;
import org.citygis.features.statistics.GeoJsonPolygon;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.LonLat;
import org.citygis.geo.Reprojection;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads which site is asked about: a place by {@code lon} and {@code lat}, or an area as WKT or
 * GeoJSON. In any system x comes first: longitude or easting.
 */
@Component
class SiteReader {
  private static final double SMALLEST_SQUARE_METRES = 1;
  private static final Text SWAPPED =
      Text.of("先经度后纬度；纬度与经度是否写反了？", "longitude before latitude; did you mean lat, lon?");

  private final Layers layers;
  private final SiteSettings settings;

  SiteReader(Layers layers, SiteSettings settings) {
    this.layers = layers;
    this.settings = settings;
  }

  /** From the parameters of an address. */
  Site read(Query query) {
    Crs crs = crs(query.find("crs"));
    String polygon = query.find("polygon");
    String lon = query.find("lon");
    String lat = query.find("lat");
    if (polygon != null && (lon != null || lat != null)) {
      throw Problem.Invalid.parameter(
          "polygon", polygon, Text.of("polygon 与 lon、lat 只给其一", "either polygon or lon and lat"));
    }
    if (polygon != null) {
      return area("polygon", Parameters.polygon("polygon", polygon), crs);
    }
    if (lon == null || lat == null) {
      throw Problem.Invalid.parameter(
          lon == null ? "lon" : "lat",
          "",
          Text.of("一个值，不可省略", "a value, which cannot be left out"));
    }
    return place(Parameters.number("lon", lon), Parameters.number("lat", lat), crs);
  }

  /** From GeoJSON: a Point, Polygon or MultiPolygon, or a Feature that has one. */
  Site read(JsonNode geoJson, @Nullable String crsName) {
    Crs crs = crs(crsName);
    JsonNode geometry =
        geoJson.path("type").asString("").equals("Feature") ? geoJson.path("geometry") : geoJson;
    if (geometry.path("type").asString("").equals("Point")) {
      JsonNode at = geometry.path("coordinates");
      if (at.size() < 2 || !at.get(0).isNumber() || !at.get(1).isNumber()) {
        throw Problem.Invalid.parameter(
            "geometry", at.toString(), Text.of("[经度,纬度]", "[longitude, latitude]"));
      }
      return place(at.get(0).asDouble(), at.get(1).asDouble(), crs);
    }
    return area("geometry", GeoJsonPolygon.read("geometry", geometry, crs.isGeographic()), crs);
  }

  private static Crs crs(@Nullable String name) {
    return name == null || name.isBlank() ? Crs.CRS84 : Crs.parse("crs", name);
  }

  private Site place(double x, double y, Crs crs) {
    if (crs.isGeographic()) {
      LonLat place = new LonLat(x, y);
      hint("lon", x, y, x, y);
      return Site.at(place);
    }
    Coordinate at = Reprojection.between(crs, Crs.CRS84).apply(x, y);
    return Site.at(new LonLat(at.x, at.y));
  }

  private Site area(String parameter, Geometry polygon, Crs crs) {
    if (polygon.getNumPoints() > settings.mostPositions()) {
      throw new Problem.TooLarge(
          Text.of(
              "多边形有 %d 个顶点，最多 %d 个。".formatted(polygon.getNumPoints(), settings.mostPositions()),
              "The polygon has %d positions; at most %d are allowed."
                  .formatted(polygon.getNumPoints(), settings.mostPositions())));
    }
    if (crs.isGeographic()) {
      degrees(parameter, polygon);
    }
    Site site = Site.of(polygon, crs);
    double squareMetres = site.areaSquareMetres();
    if (squareMetres > settings.largestKm2() * 1e6) {
      throw tooLarge(squareMetres);
    }
    if (squareMetres < SMALLEST_SQUARE_METRES) {
      throw Problem.Invalid.parameter(
          parameter,
          String.format(Locale.ROOT, "%.4f m²", squareMetres),
          Text.of("面积不小于 1 平方米的多边形", "a polygon of at least one square metre"));
    }
    return site;
  }

  /** Refused before anything is transformed: far away a zone folds. */
  private void degrees(String parameter, Geometry polygon) {
    Box box = Box.of(polygon.getEnvelopeInternal());
    boolean swapped = box.maxY() > 90 && Math.abs(box.maxX()) <= 90;
    if (swapped) {
      throw Problem.Invalid.parameter(parameter, place(box), SWAPPED);
    }
    if (Math.abs(box.minX()) > 180
        || Math.abs(box.maxX()) > 180
        || Math.abs(box.minY()) > 90
        || box.maxY() > 90) {
      throw Problem.Invalid.parameter(
          parameter,
          place(box),
          Text.of("经度 -180 至 180、纬度 -90 至 90", "longitudes to 180 and latitudes to 90 degrees"));
    }
    if (box.width() > 3 || box.height() > 3) {
      throw tooLarge(box.width() * box.height() * 1e10);
    }
    hint(
        parameter,
        (box.minX() + box.maxX()) / 2,
        (box.minY() + box.maxY()) / 2,
        box.minX(),
        box.minY());
  }

  /** A place where no layer has anything, but would if its two numbers changed places. */
  private void hint(String parameter, double x, double y, double shownX, double shownY) {
    if (!inCity(x, y) && inCity(y, x)) {
      throw Problem.Invalid.parameter(parameter, shownX + ", " + shownY, SWAPPED);
    }
  }

  private boolean inCity(double lon, double lat) {
    return layers.all().stream()
        .map(layer -> layer.version() == null ? null : layer.version().bbox())
        .anyMatch(box -> box != null && box.envelope().contains(lon, lat));
  }

  private Problem.TooLarge tooLarge(double squareMetres) {
    String km2 = String.format(Locale.ROOT, "%.1f", squareMetres / 1e6);
    String limit = String.format(Locale.ROOT, "%.0f", settings.largestKm2());
    return new Problem.TooLarge(
        Text.of(
            "该范围约 %s 平方公里，报告最多 %s 平方公里。".formatted(km2, limit),
            "The site has about %s km²; a report covers at most %s km².".formatted(km2, limit)));
  }

  private static String place(Box box) {
    return box.minX() + ", " + box.minY();
  }
}
