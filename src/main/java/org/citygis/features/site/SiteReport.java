package org.citygis.features.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.citygis.geo.Crs;
import org.citygis.geo.LonLat;
import org.citygis.text.Text;
import org.citygis.web.geojson.GeoJsonShape;
import org.citygis.web.geojson.JsonBytes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.WKBWriter;

/**
 * What applies at a site.
 *
 * @param madeAt when, in the city's time
 * @param madeFor the reader's name
 */
record SiteReport(
    Place site,
    @JsonProperty("made_at") OffsetDateTime madeAt,
    @JsonProperty("made_for") Text madeFor,
    Text disclaimer,
    List<Section> sections) {

  static final Text DISCLAIMER =
      Text.of(
          "本报告由各部门已发布的数据自动汇总，仅供参考，不替代法定的规划条件、登记簿或测绘成果；数据以各节所列日期和来源部门的解释为准。",
          "This report is put together automatically from data that the departments have published. It is for"
              + " information and replaces neither statutory planning conditions nor the register nor a survey; each"
              + " section's date and its department's word are authoritative.");

  /**
   * The site as it was asked for.
   *
   * @param lon of its centre
   * @param crs the Gauss-Krueger zone in which areas are reckoned
   * @param area in that zone
   * @param geodesicM2 on the ellipsoid, to compare
   * @param zones said when the site lies in more than one zone
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Place(
      String type,
      double lon,
      double lat,
      String crs,
      @JsonProperty("crs_name") String crsName,
      @Nullable GroundArea area,
      @JsonProperty("area_geodesic_m2") @Nullable Double geodesicM2,
      @JsonProperty("perimeter_m") @Nullable Double perimeterMetres,
      @Nullable Text zones,
      @JsonRawValue String geometry) {

    static Place of(Site site) {
      LonLat centre = site.centre();
      boolean area = site.isArea();
      return new Place(
          area ? "polygon" : "point",
          rounded(centre.lon(), 1e7),
          rounded(centre.lat(), 1e7),
          site.survey().code(),
          site.survey().name(),
          area ? GroundArea.of(site.areaSquareMetres()) : null,
          area ? rounded(site.geodesicSquareMetres(), 1e4) : null,
          area ? rounded(site.ground().getLength(), 1e3) : null,
          site.isInOneZone()
              ? null
              : Text.of(
                  "该范围跨两个三度带，面积统一在其中心所在的 %s 中量算。".formatted(site.survey().name()),
                  "The site lies in two zones; areas are reckoned in the one of its centre, %s."
                      .formatted(site.survey().name())),
          geoJson(site));
    }

    private static String geoJson(Site site) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      JsonBytes out = new JsonBytes(bytes);
      new GeoJsonShape(Crs.CRS84, Crs.CRS84).write(new WKBWriter().write(site.lonLat()), out);
      out.flush();
      return bytes.toString(StandardCharsets.UTF_8);
    }

    private static double rounded(double value, double scale) {
      return Math.round(value * scale) / scale;
    }
  }
}
