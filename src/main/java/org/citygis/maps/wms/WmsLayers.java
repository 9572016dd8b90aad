package org.citygis.maps.wms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.Conditions;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Selection;
import org.citygis.geo.Crs;
import org.citygis.maps.Kvp;
import org.citygis.maps.LayerStyles;
import org.citygis.maps.draw.MapLayer;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.style.Style;
import org.citygis.text.Text;
import org.citygis.web.Query;
import org.geotools.api.filter.Filter;
import org.springframework.stereotype.Component;

/** Reads which layers a request wants, how drawn and which of their features. */
@Component
class WmsLayers {
  /** Most layers of one picture. */
  static final int MOST = 64;

  private final Layers layers;
  private final LayerStyles styles;
  private final StyleBody bodies;

  WmsLayers(Layers layers, LayerStyles styles, StyleBody bodies) {
    this.layers = layers;
    this.styles = styles;
    this.bodies = bodies;
  }

  /** {@code LAYERS} with {@code STYLES}, {@code TIME} and {@code CQL_FILTER}, the lowest first. */
  List<MapLayer> read(Kvp kvp, User user) {
    List<String> names = kvp.list("LAYERS");
    if (names.isEmpty()) {
      throw WmsException.missing("LAYERS");
    }
    if (names.size() > MOST) {
      throw WmsException.invalid(
          "LAYERS",
          names.size() + "",
          Text.of("至多 %d 个图层".formatted(MOST), "at most %d layers".formatted(MOST)));
    }
    List<String> wanted = kvp.list("STYLES");
    if (!wanted.isEmpty() && wanted.size() != names.size()) {
      throw WmsException.invalid(
          "STYLES",
          String.join(",", wanted),
          Text.of("每个图层一个样式，或留空", "one style for each layer, or nothing"));
    }
    List<String> filters = FilterList.split(kvp.find("CQL_FILTER"), names.size());
    List<MapLayer> read = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      OpenLayer layer = open(names.get(i), user);
      String body = kvp.find("SLD_BODY");
      Style style =
          body != null
              ? bodies.read(layer.layer().id(), body)
              : style(layer, wanted.isEmpty() ? "" : wanted.get(i));
      read.add(new MapLayer(layer, style, filter(layer, kvp.find("TIME", ""), filters.get(i))));
    }
    return read;
  }

  /** The layer of that name that the user may see; one that he may not see is not defined. */
  OpenLayer open(String name, User user) {
    try {
      OpenLayer layer = layers.open(user, name, Action.VIEW);
      if (layer.layer().version() != null && layer.table().geometry() != null) {
        return layer;
      }
    } catch (Problem.NotFound | Problem.Forbidden hidden) {
      // told below, as one that does not exist
    }
    throw WmsException.invalid(
        "LayerNotDefined",
        "LAYERS",
        name,
        Text.of("GetCapabilities 所列的图层", "a layer that GetCapabilities lists"));
  }

  Style style(OpenLayer layer, String name) {
    if (name.isEmpty() || name.equals("default")) {
      return styles.of(layer);
    }
    try {
      return styles.named(layer, name);
    } catch (Problem.NotFound unknown) {
      throw WmsException.invalid(
          "StyleNotDefined",
          "STYLES",
          name,
          Text.of("GetCapabilities 为该图层所列的样式", "a style that GetCapabilities lists for the layer"));
    }
  }

  private static Filter filter(OpenLayer layer, String time, String cql) {
    Map<String, String> asked = new LinkedHashMap<>();
    if (!time.isEmpty() && layer.definition().time() != null) {
      asked.put("datetime", TimeValue.toDatetime(time));
    }
    if (!cql.isEmpty()) {
      asked.put("filter", cql);
      asked.put("filter-lang", "cql2-text");
    }
    if (asked.isEmpty()) {
      return Filter.INCLUDE;
    }
    Conditions conditions;
    try {
      conditions =
          Conditions.parse(Query.of(asked, Conditions.NAMES), layer, Crs.CRS84, Conditions.NAMES);
    } catch (Problem.Invalid wrong) {
      boolean isTime = "datetime".equals(wrong.parameter());
      throw new WmsException(
          isTime ? "InvalidDimensionValue" : "InvalidParameterValue",
          isTime ? "TIME" : "CQL_FILTER",
          wrong.detail());
    }
    return Selection.of(layer, conditions).filter();
  }
}
