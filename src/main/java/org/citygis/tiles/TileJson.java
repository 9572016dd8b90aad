package org.citygis.tiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.Field;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * TileJSON 3.0.0.
 *
 * @param bounds west, south, east, north in degrees
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TileJson(
    String tilejson,
    String name,
    String description,
    @Nullable String attribution,
    String scheme,
    List<String> tiles,
    int minzoom,
    int maxzoom,
    double @Nullable [] bounds,
    @JsonProperty("vector_layers") List<VectorLayer> vectorLayers) {

  record VectorLayer(
      String id, String description, int minzoom, int maxzoom, Map<String, String> fields) {}

  static TileJson of(OpenLayer open, String base, Lang lang) {
    LayerDefinition layer = open.definition();
    Map<String, String> fields = new LinkedHashMap<>();
    for (Field field : open.fields()) {
      fields.put(field.name(), field.alias().in(lang));
    }
    Text attribution = layer.attribution();
    Box bbox = open.layer().currentVersion().bbox();
    int min = layer.zoom().min();
    int max = layer.zoom().max();
    String title = layer.title().in(lang);
    return new TileJson(
        "3.0.0",
        title,
        layer.summary().in(lang),
        attribution == null ? null : attribution.in(lang),
        "xyz",
        List.of(base + "/tiles/" + layer.id() + "/{z}/{x}/{y}.mvt?v=" + open.layer().etag()),
        min,
        max,
        bbox == null ? null : new double[] {bbox.minX(), bbox.minY(), bbox.maxX(), bbox.maxY()},
        List.of(new VectorLayer(layer.id(), title, min, max, fields)));
  }
}
