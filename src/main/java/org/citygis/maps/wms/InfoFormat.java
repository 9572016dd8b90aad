package org.citygis.maps.wms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citygis.catalog.Field;
import org.citygis.geo.Crs;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Html;
import org.citygis.web.geojson.GeoJsonShape;
import org.citygis.web.geojson.JsonBytes;
import org.citygis.web.geojson.JsonValues;
import org.springframework.http.MediaType;

/** The forms in which features at a place are told. */
enum InfoFormat {
  JSON("application/json"),
  HTML("text/html"),
  PLAIN("text/plain");

  private final MediaType type;

  InfoFormat(String type) {
    this.type = MediaType.parseMediaType(type + ";charset=UTF-8");
  }

  static InfoFormat parse(String text) {
    return switch (text.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip()) {
      case "application/json", "application/geo+json", "application/geojson", "geojson" -> JSON;
      case "text/html" -> HTML;
      case "text/plain" -> PLAIN;
      default ->
          throw WmsException.invalid(
              "InvalidFormat",
              "INFO_FORMAT",
              text,
              Text.same("application/json, text/html, text/plain"));
    };
  }

  MediaType type() {
    return type;
  }

  byte[] write(List<FoundFeatures> found, Crs crs, Lang lang) {
    return switch (this) {
      case JSON -> json(found, crs);
      case HTML -> html(found, lang).getBytes(StandardCharsets.UTF_8);
      case PLAIN -> plain(found).getBytes(StandardCharsets.UTF_8);
    };
  }

  /** GeoJSON in longitude and latitude; labels stand beside the values. */
  private static byte[] json(List<FoundFeatures> found, Crs crs) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonBytes out = new JsonBytes(bytes);
    out.raw("{\"type\":\"FeatureCollection\",\"features\":[");
    boolean first = true;
    for (FoundFeatures layer : found) {
      GeometryColumn column = layer.layer().table().geometry();
      for (FoundFeatures.Found feature : layer.features()) {
        out.raw(first ? "" : ",").raw("{\"type\":\"Feature\",\"id\":");
        first = false;
        String id = layer.layer().layer().id();
        out.string(id + "." + feature.fid()).raw(",\"layer\":").string(id);
        out.raw(",\"properties\":{");
        for (int i = 0; i < layer.fields().size(); i++) {
          out.raw(i == 0 ? "" : ",").string(layer.fields().get(i).name()).raw(':');
          JsonValues.write(feature.values().get(i), out);
        }
        out.raw("},\"labels\":{");
        for (int i = 0; i < layer.fields().size(); i++) {
          Field field = layer.fields().get(i);
          out.raw(i == 0 ? "" : ",").string(layer.heading(field)).raw(':');
          out.string(layer.shown(field, feature.values().get(i)));
        }
        out.raw("},\"geometry\":");
        new GeoJsonShape(column == null ? crs : column.crs(), Crs.CRS84).write(feature.wkb(), out);
        out.raw('}');
      }
    }
    out.raw("]}").flush();
    return bytes.toByteArray();
  }

  private static String html(List<FoundFeatures> found, Lang lang) {
    List<Html> tables = new ArrayList<>();
    for (FoundFeatures layer : found) {
      for (FoundFeatures.Found feature : layer.features()) {
        List<Html> rows = new ArrayList<>();
        for (int i = 0; i < layer.fields().size(); i++) {
          Field field = layer.fields().get(i);
          rows.add(
              Html.of(
                  "<tr><th scope=\"row\">{}</th><td>{}</td></tr>",
                  layer.heading(field),
                  layer.shown(field, feature.values().get(i))));
        }
        tables.add(
            Html.of(
                "<table><caption>{} {}</caption>{}</table>",
                layer.layer().definition().title().in(lang),
                feature.fid(),
                rows));
      }
    }
    return Html.of(
            "<!DOCTYPE html><html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title></head><body>{}</body></html>",
            lang.tag(),
            ServiceTexts.TITLE.in(lang),
            tables)
        .markup();
  }

  private static String plain(List<FoundFeatures> found) {
    StringBuilder text = new StringBuilder();
    for (FoundFeatures layer : found) {
      for (FoundFeatures.Found feature : layer.features()) {
        text.append(layer.layer().definition().title().in(layer.lang()));
        text.append(' ').append(feature.fid()).append('\n');
        for (int i = 0; i < layer.fields().size(); i++) {
          Field field = layer.fields().get(i);
          String value = layer.shown(field, feature.values().get(i)).replaceAll("\\s+", " ");
          text.append("  ").append(layer.heading(field)).append(": ").append(value).append('\n');
        }
      }
    }
    return text.toString();
  }
}
