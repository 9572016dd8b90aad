package org.citygis.features.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.citygis.testing.OnH2gis;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The requests by which QGIS edits an OAPIF layer, in its order and form (its provider's sources:
 * OPTIONS on items, then on one item; POST, PATCH of geometry or properties alone, PUT, DELETE;
 * Content-Crs and the axis order of its system; no If-Match). GDAL reads OAPIF and does not write.
 */
@OnH2gis
class QgisRequestsTest extends AgainstTheEditCity {
  private static final String OWN = "<http://www.opengis.net/def/crs/EPSG/0/4547>";
  private static final String AGENT = "Mozilla/5.0 QGIS/33400/Linux";

  @Test
  void aSessionOfEditing() {
    assertThat(header(qgis("OPTIONS", SITES, null), "Allow")).contains("POST");
    assertThat(header(qgis("OPTIONS", SITES + "/1", null), "Allow"))
        .contains("PUT", "PATCH", "DELETE");

    String square = "[[[3384200,500200],[3384200,500300],[3384300,500300],[3384200,500200]]]";
    HttpResponse<String> created =
        qgis(
            "POST",
            SITES,
            feature(
                "{\"type\":\"Polygon\",\"coordinates\":%s}".formatted(square),
                "{\"number\":\"Q1\"}"),
            "Content-Crs",
            OWN,
            "Content-Type",
            "application/geo+json");
    String location = header(created, "Location");
    assertThat(location).endsWith("/2");
    String id = location.substring(location.lastIndexOf('/') + 1);

    assertThat(
            qgis(
                    "PATCH",
                    SITES + "/" + id,
                    "{\"properties\":{\"floors\":3,\"built\":\"2026-02-03\"}}")
                .statusCode())
        .isEqualTo(204);
    assertThat(
            qgis(
                    "PATCH",
                    SITES + "/" + id,
                    "{\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[%s]}}"
                        .formatted(square.replace("3384300", "3384400")),
                    "Content-Crs",
                    OWN)
                .statusCode())
        .isEqualTo(204);
    JsonNode own = Visitor.json(qgis("GET", SITES + "/" + id + "?crs=EPSG:4547", null));
    assertThat(own.at("/properties/floors").asInt()).isEqualTo(3);
    assertThat(own.at("/geometry/coordinates").toString()).contains("[3384400,500300]");
    String whole =
        "{\"type\":\"Feature\",\"id\":\"%s\",\"geometry\":%s,\"properties\":%s}"
            .formatted(id, own.get("geometry"), own.get("properties"));
    assertThat(qgis("PUT", SITES + "/" + id, whole, "Content-Crs", OWN).statusCode())
        .isEqualTo(204);
    assertThat(qgis("DELETE", SITES + "/" + id, null).statusCode()).isEqualTo(204);
  }

  private HttpResponse<String> qgis(String method, String path, String json, String... headers) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "User-Agent";
    all[headers.length + 1] = AGENT;
    return asPlanner(method, path, json, all);
  }
}
