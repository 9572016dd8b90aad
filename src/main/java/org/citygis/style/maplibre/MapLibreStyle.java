package org.citygis.style.maplibre;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.LayerDefinition;
import org.citygis.geo.Box;
import org.citygis.style.ExpressionJson;
import org.citygis.style.Rule;
import org.citygis.style.Style;
import org.citygis.style.Symbolizer;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;

/** One of our styles, for one layer, as a style of MapLibre (version 8). */
public final class MapLibreStyle {

  /**
   * Where the tiles and pictures of a style are.
   *
   * @param tiles address with {@code {z}/{x}/{y}}
   * @param sprite address without an ending
   * @param bounds longitude and latitude, null where unknown
   */
  public record Sources(String tiles, String sprite, @Nullable Box bounds) {}

  private final LayerDefinition layer;
  private final Lang lang;
  private final Set<String> approximated = new LinkedHashSet<>();
  private final List<Map<String, @Nullable Object>> layers = new ArrayList<>();
  private final MapLibreExpression expressions;
  private final Sprite sprite = new Sprite();

  private MapLibreStyle(LayerDefinition layer, Lang lang) {
    this.layer = layer;
    this.lang = lang;
    this.expressions = new MapLibreExpression(lang, approximated::add);
  }

  /** The style document; its metadata list what is drawn nearly only. */
  public static Map<String, @Nullable Object> of(
      Style style, LayerDefinition layer, Sources sources, Lang lang) {
    MapLibreStyle written = new MapLibreStyle(layer, lang);
    style.rules().forEach(rule -> written.rule(rule, style));
    return written.document(style, sources);
  }

  /** The pictures that the style document names. */
  public static Sprite sprite(Style style, LayerDefinition layer) {
    MapLibreStyle written = new MapLibreStyle(layer, Lang.ZH);
    style.rules().forEach(rule -> written.rule(rule, style));
    return written.sprite;
  }

  private Map<String, @Nullable Object> document(Style style, Sources sources) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("version", 8);
    json.put("name", style.title().in(lang));
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("citygis:style", style.id());
    metadata.put("citygis:approximated", List.copyOf(approximated));
    metadata.put("citygis:unsupported", style.unsupported());
    json.put("metadata", metadata);
    Box bounds = sources.bounds();
    if (bounds != null) {
      json.put(
          "center",
          List.of((bounds.minX() + bounds.maxX()) / 2, (bounds.minY() + bounds.maxY()) / 2));
      json.put("zoom", Math.max(0, layer.zoom().min()));
    }
    json.put("sources", Map.of(layer.id(), source(sources)));
    if (!sprite.isEmpty()) {
      json.put("sprite", sources.sprite());
    }
    json.put("layers", layers);
    return json;
  }

  private Map<String, @Nullable Object> source(Sources sources) {
    Map<String, @Nullable Object> source = new LinkedHashMap<>();
    source.put("type", "vector");
    source.put("tiles", List.of(sources.tiles()));
    source.put("minzoom", Math.max(0, layer.zoom().min() - 1));
    source.put("maxzoom", layer.zoom().max());
    Box bounds = sources.bounds();
    if (bounds != null) {
      source.put("bounds", List.of(bounds.minX(), bounds.minY(), bounds.maxX(), bounds.maxY()));
    }
    Text attribution = layer.attribution();
    if (attribution != null) {
      source.put("attribution", attribution.in(lang));
    }
    return source;
  }

  private void rule(Rule rule, Style style) {
    MapLibreSymbols symbols =
        new MapLibreSymbols(
            expressions, sprite, approximated::add, layer.geometry() == GeometryKind.POINT);
    Object filter = filter(rule, style);
    int part = 0;
    for (Symbolizer symbolizer : rule.symbolizers()) {
      for (Map<String, @Nullable Object> drawn : symbols.of(symbolizer)) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        whole.put("id", "%d-%s-%d".formatted(layers.size() + 1, rule.id(), ++part));
        whole.put("type", drawn.remove("type"));
        whole.put("source", layer.id());
        whole.put("source-layer", layer.id());
        range(rule, whole);
        if (filter != null) {
          whole.put("filter", filter);
        }
        Text title = rule.title();
        if (title != null) {
          whole.put("metadata", Map.of("citygis:title", title));
        }
        whole.putAll(drawn);
        layers.add(whole);
      }
    }
  }

  private static void range(Rule rule, Map<String, @Nullable Object> json) {
    Double min = rule.minZoom();
    Double max = rule.maxZoom();
    if (min != null && min > 1) {
      json.put("minzoom", rounded(Math.min(24, min - 1)));
    }
    if (max != null) {
      json.put("maxzoom", rounded(Math.clamp(max - 1, 0.01, 24)));
    }
  }

  private static double rounded(double zoom) {
    return Math.round(zoom * 100) / 100.0;
  }

  private @Nullable Object filter(Rule rule, Style style) {
    Filter own = rule.filter();
    Object filter = own == null ? null : expressions.condition(ExpressionJson.of(own));
    if (!rule.otherwise()) {
      return filter;
    }
    List<@Nullable Object> others = MapLibreExpression.call("any");
    for (Rule other : style.rules()) {
      if (other.pass() == rule.pass() && !other.otherwise()) {
        Filter taken = other.filter();
        others.add(taken == null ? true : expressions.condition(ExpressionJson.of(taken)));
      }
    }
    Object rest = MapLibreExpression.call("!", others);
    return filter == null ? rest : MapLibreExpression.call("all", filter, rest);
  }
}
