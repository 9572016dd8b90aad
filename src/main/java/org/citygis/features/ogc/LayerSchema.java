package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.CodeList;
import org.citygis.catalog.CqlFilter;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.springframework.stereotype.Component;

/**
 * What a layer's features consist of, as JSON Schema 2020-12 with the keywords of OGC API Features
 * Part 5: all properties, those that filters may name, or those that can be sorted by. Only what
 * the user may see is in it, and nothing else may be asked for.
 */
@Component
class LayerSchema {
  /** The three documents. */
  enum Kind {
    SCHEMA(Text.of("字段结构", "Schema")),
    QUERYABLES(Text.of("可查询字段", "Queryables")),
    SORTABLES(Text.of("可排序字段", "Sortables"));

    private final Text title;

    Kind(Text title) {
      this.title = title;
    }

    Text title() {
      return title;
    }

    /** The last part of its address. */
    String path() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The relation of links to it. */
    String relation() {
      return "http://www.opengis.net/def/rel/ogc/1.0/" + path();
    }
  }

  private final Catalog catalog;

  LayerSchema(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The document as JSON is written of it. */
  Map<String, Object> document(
      Kind kind, OpenLayer layer, CodeListProfile profile, Root root, Lang lang) {
    String id = layer.layer().id();
    return OpenApiSchemas.ordered(
        "$schema",
        "https://json-schema.org/draft/2020-12/schema",
        "$id",
        root.collection(id) + "/" + kind.path(),
        "type",
        "object",
        "title",
        layer.definition().title().in(lang),
        "description",
        layer.definition().summary().in(lang),
        "properties",
        properties(kind, layer, profile, root, lang),
        "additionalProperties",
        false);
  }

  private Map<String, Object> properties(
      Kind kind, OpenLayer layer, CodeListProfile profile, Root root, Lang lang) {
    Map<String, Object> properties = new LinkedHashMap<>();
    if (kind == Kind.SCHEMA) {
      properties.put(FeatureTable.FID, id(lang));
    }
    List<Field> fields =
        kind == Kind.SORTABLES ? Sorting.sortables(layer) : VisibleFields.of(layer);
    for (Field field : fields) {
      Map<String, Object> property = property(field, profile, root, lang);
      if (kind == Kind.SCHEMA) {
        property.put("x-ogc-propertySeq", properties.size());
        if (field.name().equals(layer.definition().time())) {
          property.put("x-ogc-role", "primary-instant");
        }
      }
      properties.put(field.name(), property);
    }
    GeometryColumn geometry = layer.table().geometry();
    if (geometry != null && kind != Kind.SORTABLES) {
      properties.put(nameOfShape(fields), shape(geometry, kind, properties.size(), lang));
    }
    return properties;
  }

  /** As filters call the shape: a field of that name goes before it. */
  private static String nameOfShape(List<Field> fields) {
    boolean taken = fields.stream().anyMatch(f -> f.name().equals(CqlFilter.GEOMETRY));
    return taken ? FeatureTable.GEOM : CqlFilter.GEOMETRY;
  }

  private static Map<String, Object> id(Lang lang) {
    return OpenApiSchemas.ordered(
        "title",
        Text.of("编号", "Number").in(lang),
        "type",
        "integer",
        "minimum",
        1,
        "readOnly",
        true,
        "x-ogc-role",
        "id",
        "x-ogc-propertySeq",
        0);
  }

  private static Map<String, Object> shape(
      GeometryColumn geometry, Kind kind, int place, Lang lang) {
    Map<String, Object> shape =
        OpenApiSchemas.ordered(
            "title", Text.of("位置", "Location").in(lang), "format", format(geometry));
    if (kind == Kind.SCHEMA) {
      shape.put("x-ogc-role", "primary-geometry");
      shape.put("x-ogc-propertySeq", place);
    }
    return shape;
  }

  private static String format(GeometryColumn geometry) {
    return switch (geometry.type()) {
      case POINT -> "geometry-point";
      case MULTIPOINT -> "geometry-multipoint";
      case MULTILINESTRING -> "geometry-multilinestring";
      case MULTIPOLYGON -> "geometry-multipolygon";
      case GEOMETRY -> "geometry-any";
    };
  }

  private Map<String, Object> property(Field field, CodeListProfile profile, Root root, Lang lang) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("title", field.alias().in(lang));
    switch (field.type()) {
      case TEXT -> property.put("type", "string");
      case INTEGER -> property.put("type", "integer");
      case NUMBER -> property.put("type", "number");
      case BOOLEAN -> property.put("type", "boolean");
      case DATE -> property.putAll(Map.of("type", "string", "format", "date"));
      case DATETIME -> property.putAll(Map.of("type", "string", "format", "date-time"));
    }
    if (field.format() != null) {
      property.put(
          "description",
          Text.of(
                  "JSON：星期一至日（mon…sun）的开放时段，北京时间",
                  "JSON: opening hours by weekday, mon to sun, in Beijing time")
              .in(lang));
    }
    if (field.unit() != null) {
      property.put("x-ogc-unit", ucum(field.unit()));
    }
    if (field.codes() != null) {
      catalog
          .findCodeList(field.codes())
          .ifPresent(codes -> codes(codes, profile, root, lang, property));
    }
    return property;
  }

  private static void codes(
      CodeList codes, CodeListProfile profile, Root root, Lang lang, Map<String, Object> property) {
    property.put("description", codes.title().in(lang));
    switch (profile) {
      case REFERENCE -> property.put("x-ogc-codelistUri", profile.address(root, codes));
      case INLINE -> {
        List<Map<String, Object>> values = new ArrayList<>();
        for (CodeList.Entry entry : codes.entries()) {
          values.add(
              OpenApiSchemas.ordered("const", entry.code(), "title", entry.title().in(lang)));
        }
        property.put("oneOf", values);
      }
    }
  }

  /** The Unified Code for Units of Measure, which is what a unit is in when nothing is said. */
  private static String ucum(String unit) {
    return switch (unit) {
      case "ha" -> "har";
      case "people" -> "{people}";
      default -> unit;
    };
  }
}
