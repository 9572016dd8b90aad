package org.citygis.style.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygis.catalog.OpenLayer;
import org.citygis.style.Style;
import org.citygis.style.StyleJson;
import org.citygis.style.StyleSheet;
import org.citygis.text.Lang;
import org.jspecify.annotations.Nullable;

/** The documents of OGC API Styles as JSON. */
final class StyleDocuments {
  private static final String PLAIN_SLD = "application/vnd.ogc.sld+xml;version=%s";

  /** The address of the styles, absolute, without a slash at the end. */
  private final String root;

  private final Lang lang;

  StyleDocuments(String root, Lang lang) {
    this.root = root;
    this.lang = lang;
  }

  /**
   * A list of styles.
   *
   * @param self address of the list
   * @param standard id of the one that is drawn by default, null where the list has none
   */
  Map<String, @Nullable Object> list(
      List<StyleSheet> sheets, String self, @Nullable String standard) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    if (standard != null) {
      json.put("default", standard);
    }
    json.put("styles", sheets.stream().map(this::entry).toList());
    json.put("links", List.of(link(self, "self", "application/json", null)));
    return json;
  }

  private Map<String, @Nullable Object> entry(StyleSheet sheet) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", sheet.id());
    json.put("title", sheet.style().title().in(lang));
    List<Map<String, Object>> links = new ArrayList<>(stylesheets(sheet));
    links.add(link(url(sheet) + "/metadata", "describedby", "application/json", null));
    json.put("links", links);
    return json;
  }

  private List<Map<String, Object>> stylesheets(StyleSheet sheet) {
    String version = StyleEncoding.isNewer(sheet) ? "1.1" : "1.0";
    return List.of(
        link(url(sheet) + "?f=sld", "stylesheet", PLAIN_SLD.formatted(version), "SLD " + version),
        link(
            url(sheet) + "?f=mapbox",
            "stylesheet",
            StyleEncoding.MAPBOX_STYLE.toString(),
            "MapLibre"),
        link(url(sheet) + "?f=json", "stylesheet", "application/json", "CityGIS"));
  }

  /**
   * What is to know of a style before it is used.
   *
   * @param uses layers that it is drawn for, as far as the user may see them
   */
  Map<String, @Nullable Object> metadata(StyleSheet sheet, List<OpenLayer> uses) {
    Style style = sheet.style();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", sheet.id());
    json.put("title", style.title().in(lang));
    json.put("titles", style.title());
    json.put("scope", "style");
    json.put("version", String.valueOf(sheet.version()));
    json.put("updated", sheet.changedAt());
    json.put("source", sheet.isFile() ? "file" : "saved");
    json.put("unsupported", style.unsupported());
    json.put("stylesheets", stylesheets(sheet).stream().map(l -> sheet(l, sheet)).toList());
    json.put("layers", uses.stream().map(layer -> layer(layer, style)).toList());
    json.put(
        "links",
        List.of(
            link(url(sheet) + "/metadata", "self", "application/json", null),
            link(url(sheet), "item", PLAIN_SLD.formatted("1.0"), null)));
    return json;
  }

  private static Map<String, Object> sheet(Map<String, Object> link, StyleSheet sheet) {
    String title = String.valueOf(link.get("title"));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", title);
    json.put("version", title.startsWith("SLD") ? title.substring(4) : "8");
    json.put("native", title.startsWith("SLD"));
    json.put("link", link);
    return json;
  }

  private Map<String, Object> layer(OpenLayer layer, Style style) {
    Set<String> visible = new LinkedHashSet<>();
    layer.fields().forEach(field -> visible.add(field.name()));
    visible.retainAll(style.fields());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", layer.layer().id());
    json.put("title", layer.definition().title().in(lang));
    json.put("type", layer.definition().geometry().tag());
    json.put("attributes", visible);
    return json;
  }

  /**
   * What a style that was sent is like.
   *
   * @param kept whether it was saved
   */
  static Map<String, @Nullable Object> report(StyleSheet sheet, OpenLayer layer, boolean kept) {
    Set<String> unknown = new LinkedHashSet<>(sheet.style().fields());
    layer.fields().forEach(field -> unknown.remove(field.name()));
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", sheet.id());
    json.put("layer", layer.layer().id());
    json.put("saved", kept);
    json.put("version", kept ? sheet.version() : null);
    json.put("unsupported", sheet.style().unsupported());
    json.put("unknownFields", unknown);
    json.put("style", StyleJson.of(sheet.style()));
    return json;
  }

  private String url(StyleSheet sheet) {
    return root + "/" + sheet.id();
  }

  private static Map<String, Object> link(
      String href, String rel, String type, @Nullable String title) {
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("href", href);
    link.put("rel", rel);
    link.put("type", type);
    if (title != null) {
      link.put("title", title);
    }
    return link;
  }
}
