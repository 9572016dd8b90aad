package org.citygis.export;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.citygis.catalog.Conditions;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.format.TargetSystem;
import org.citygis.geo.Crs;
import org.citygis.problem.Problem;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a layer, and how.
 *
 * @param target the reference system of the file
 * @param charset of a shapefile's text; UTF-8 in every other format
 * @param fields in the order of the file
 * @param labels whether coded fields are followed by a column of their titles
 * @param aliases whether columns are named as people name them
 */
record ExportRequest(
    ExportFormat format,
    TargetSystem target,
    Charset charset,
    Conditions conditions,
    List<Field> fields,
    boolean labels,
    boolean aliases) {

  /** The names that are never those of a field. */
  static final Set<String> OWN =
      Set.of(
          "f",
          "lang",
          "crs",
          "encoding",
          "bbox",
          "bbox-crs",
          "datetime",
          "filter",
          "filter-lang",
          "filter-crs",
          "properties",
          "labels",
          "header");

  private static final Charset GBK = Charset.forName("GBK");

  /** Every parameter that the export of this layer understands. */
  static Set<String> names(OpenLayer layer) {
    Set<String> names = new HashSet<>(OWN);
    VisibleFields.of(layer).stream().map(Field::name).forEach(names::add);
    return names;
  }

  static ExportRequest parse(Query query, OpenLayer layer) {
    ExportFormat format = ExportFormat.parse(given(query, "f", "geojson"));
    String boxCrs = query.find("bbox-crs");
    return new ExportRequest(
        format,
        target(query.find("crs"), format, layer),
        charset(given(query, "encoding", "UTF-8"), format),
        Conditions.parse(
            query, layer, boxCrs == null ? Crs.CRS84 : TargetSystem.plane("bbox-crs", boxCrs), OWN),
        fields(query.find("properties"), layer),
        labels(given(query, "labels", "false")),
        aliases(given(query, "header", "name"), format));
  }

  private static String given(Query query, String name, String otherwise) {
    String value = query.find(name);
    return value == null || value.isBlank() ? otherwise : value.strip();
  }

  /** The layer's own system where the format can say so; GeoJSON and CSV are read as degrees. */
  private static TargetSystem target(@Nullable String crs, ExportFormat format, OpenLayer layer) {
    if (crs != null && !crs.isBlank()) {
      return TargetSystem.parse("crs", crs);
    }
    GeometryColumn geometry = layer.table().geometry();
    return switch (format) {
      case GEOJSON, CSV -> TargetSystem.of(Crs.CRS84);
      case SHAPEFILE, GEOPACKAGE, FLATGEOBUF ->
          TargetSystem.of(geometry == null ? Crs.CRS84 : geometry.crs());
    };
  }

  private static Charset charset(String text, ExportFormat format) {
    Charset charset =
        switch (text.toUpperCase(Locale.ROOT)) {
          case "UTF-8", "UTF8" -> StandardCharsets.UTF_8;
          case "GBK" -> GBK;
          default ->
              throw Problem.Invalid.parameter(
                  "encoding", text, Text.of("UTF-8 或 GBK", "UTF-8 or GBK"));
        };
    if (format != ExportFormat.SHAPEFILE && !charset.equals(StandardCharsets.UTF_8)) {
      throw Problem.Invalid.parameter(
          "encoding",
          text,
          Text.of("UTF-8（只有 shapefile 可选 GBK）", "UTF-8; only a shapefile can have GBK"));
    }
    return charset;
  }

  private static List<Field> fields(@Nullable String text, OpenLayer layer) {
    List<Field> visible = VisibleFields.of(layer);
    if (text == null || text.isBlank()) {
      return visible;
    }
    List<Field> chosen = new ArrayList<>();
    for (String name : text.split(",")) {
      Field field =
          visible.stream()
              .filter(f -> f.name().equals(name.strip()))
              .findFirst()
              .orElseThrow(() -> unknown(name.strip(), visible));
      if (!chosen.contains(field)) {
        chosen.add(field);
      }
    }
    return List.copyOf(chosen);
  }

  private static Problem unknown(String name, List<Field> visible) {
    String all = visible.stream().map(Field::name).collect(Collectors.joining(", "));
    return Problem.Invalid.parameter(
        "properties",
        name,
        Text.of("以下字段，用逗号分隔：" + all, "fields of " + all + ", parted by commas"));
  }

  private static boolean labels(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw Problem.Invalid.parameter("labels", text, Text.of("true 或 false", "true or false"));
    };
  }

  private static boolean aliases(String text, ExportFormat format) {
    return switch (text) {
      case "name" -> false;
      case "alias" -> {
        if (format != ExportFormat.CSV && format != ExportFormat.SHAPEFILE) {
          throw Problem.Invalid.parameter(
              "header",
              text,
              Text.of(
                  "name（只有 csv 和 shapefile 可选 alias）",
                  "name; only csv and shapefile can have alias"));
        }
        yield true;
      }
      default ->
          throw Problem.Invalid.parameter("header", text, Text.of("name 或 alias", "name or alias"));
    };
  }
}
