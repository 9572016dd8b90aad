package org.citygis.features.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.Field;
import org.citygis.storage.ColumnType;
import org.citygis.text.Lang;

/** The schemas and shared answers of the OpenAPI document. */
final class OpenApiSchemas {
  private static final Map<String, Object> STRING = Map.of("type", "string");
  private static final Map<String, Object> INTEGER = Map.of("type", "integer", "minimum", 0);

  private OpenApiSchemas() {}

  /** A JSON object with its members in this order: name, value, name, value … */
  static Map<String, Object> ordered(Object... members) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      object.put((String) members[i], members[i + 1]);
    }
    return object;
  }

  static Map<String, Object> common() {
    Map<String, Object> schemas = new LinkedHashMap<>();
    schemas.put(
        "link",
        object(
            List.of("href", "rel"),
            ordered("href", STRING, "rel", STRING, "type", STRING, "title", STRING)));
    schemas.put(
        "landingPage",
        object(List.of("links"), ordered("title", STRING, "description", STRING, "links", LINKS)));
    schemas.put("conformance", object(List.of("conformsTo"), ordered("conformsTo", list(STRING))));
    schemas.put("collection", collection());
    schemas.put(
        "collections",
        object(
            List.of("links", "collections"),
            ordered("links", LINKS, "crs", list(STRING), "collections", list(ref("collection")))));
    schemas.put("geometry", geometry());
    schemas.put("object", Map.of("type", "object"));
    schemas.put(
        "patch",
        object(
            List.of(),
            ordered("geometry", ref("geometry"), "properties", Map.of("type", "object"))));
    schemas.put(
        "problem",
        object(
            List.of(),
            ordered(
                "type", STRING,
                "title", STRING,
                "status", INTEGER,
                "detail", STRING,
                "instance", STRING,
                "parameter", STRING,
                "value", STRING,
                "expected", STRING,
                "position", POSITION,
                "errors", list(object(List.of(), ordered("pointer", STRING, "detail", STRING))))));
    return schemas;
  }

  private static final Map<String, Object> POSITION =
      ordered(
          "type",
          "integer",
          "minimum",
          0,
          "description",
          "characters (UTF-16) of the parameter before the fault");
  private static final Map<String, Object> LINKS = list(ref("link"));

  private static Map<String, Object> collection() {
    Map<String, Object> spatial =
        object(List.of(), ordered("bbox", list(list(Map.of("type", "number"))), "crs", STRING));
    Map<String, Object> moment = ordered("type", "string", "format", "date-time", "nullable", true);
    Map<String, Object> temporal =
        object(List.of(), ordered("interval", list(list(moment)), "trs", STRING));
    return object(
        List.of("id", "links"),
        ordered(
            "id", STRING,
            "title", STRING,
            "description", STRING,
            "attribution", STRING,
            "extent", object(List.of(), ordered("spatial", spatial, "temporal", temporal)),
            "itemType", STRING,
            "crs", list(STRING),
            "storageCrs", STRING,
            "links", LINKS));
  }

  private static Map<String, Object> geometry() {
    List<String> types =
        List.of(
            "Point",
            "MultiPoint",
            "LineString",
            "MultiLineString",
            "Polygon",
            "MultiPolygon",
            "GeometryCollection");
    Map<String, Object> geometry =
        object(
            List.of("type"),
            ordered(
                "type", ordered("type", "string", "enum", types),
                "coordinates", ordered("type", "array", "items", Map.of()),
                "geometries", list(Map.of("type", "object"))));
    geometry.put("nullable", true);
    return geometry;
  }

  static Map<String, Object> feature(List<Field> fields, Lang lang) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Field field : fields) {
      Map<String, Object> schema = new LinkedHashMap<>(type(field.type()));
      schema.put("nullable", true);
      schema.put("title", field.alias().in(lang));
      schema.put("description", OpenApi.explained(field, lang));
      properties.put(field.name(), schema);
    }
    return object(
        List.of("type", "geometry", "properties"),
        ordered(
            "type", ordered("type", "string", "enum", List.of("Feature")),
            "id", ordered("type", "integer", "format", "int64"),
            "geometry", ref("geometry"),
            "properties", object(List.of(), properties),
            "links", LINKS));
  }

  static Map<String, Object> features(String featureSchema) {
    return object(
        List.of("type", "features"),
        ordered(
            "type",
            ordered("type", "string", "enum", List.of("FeatureCollection")),
            "features",
            list(ref(featureSchema)),
            "links",
            LINKS,
            "timeStamp",
            ordered("type", "string", "format", "date-time"),
            "numberMatched",
            INTEGER,
            "numberReturned",
            INTEGER));
  }

  static Map<String, Object> type(ColumnType type) {
    return switch (type) {
      case TEXT -> STRING;
      case INTEGER -> ordered("type", "integer", "format", "int64");
      case NUMBER -> ordered("type", "number", "format", "double");
      case BOOLEAN -> Map.of("type", "boolean");
      case DATE -> ordered("type", "string", "format", "date");
      case DATETIME -> ordered("type", "string", "format", "date-time");
    };
  }

  private static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
    Map<String, Object> object = ordered("type", "object");
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    object.put("properties", properties);
    return object;
  }

  private static Map<String, Object> list(Map<String, Object> items) {
    return ordered("type", "array", "items", items);
  }

  static Map<String, Object> ref(String schema) {
    return Map.of("$ref", "#/components/schemas/" + schema);
  }
}
