package org.citygis.ingest.geojson;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citygis.ingest.geometry.BadGeometry;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.RecordLimit;
import org.citygis.ingest.source.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Walks one GeoJSON text; members may come in any order. */
final class GeoJsonParser {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** Takes what the text holds. */
  interface Visitor<E extends Exception> {
    /**
     * @param geometry null where there is none or it is bad
     * @param bad what is wrong with the geometry, null where nothing is
     */
    void feature(@Nullable Geometry geometry, @Nullable String bad, Map<String, Object> properties)
        throws UnreadableFile, E;

    /** An element of the collection that is no feature. */
    void other() throws E;

    /** The reference system of an old GeoJSON. */
    void crs(String name) throws E;
  }

  private final JsonParser parser;
  private final GeometryBuilder geometries = new GeometryBuilder();

  GeoJsonParser(JsonParser parser) {
    this.parser = parser;
  }

  <E extends Exception> void run(Visitor<E> visitor) throws UnreadableFile, E {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw notGeoJson("-");
    }
    for (; token != null; token = parser.nextToken()) {
      if (token != JsonToken.START_OBJECT) {
        throw notGeoJson(String.valueOf(token));
      }
      root(visitor);
    }
  }

  private <E extends Exception> void root(Visitor<E> visitor) throws UnreadableFile, E {
    Item item = new Item();
    boolean collection = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("features") && value == JsonToken.START_ARRAY) {
        collection = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          element(visitor);
        }
      } else if (name.equals("crs") && value == JsonToken.START_OBJECT) {
        String text = NestedJson.text(parser);
        String crs =
            text == null ? "" : MAPPER.readTree(text).path("properties").path("name").asString("");
        if (!crs.isEmpty()) {
          visitor.crs(crs);
        }
      } else {
        member(item, name, value);
      }
    }
    if (!collection && !item.visit(visitor)) {
      throw notGeoJson("type = " + item.type);
    }
  }

  private <E extends Exception> void element(Visitor<E> visitor) throws UnreadableFile, E {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      visitor.other();
      return;
    }
    Item item = new Item();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      member(item, name, parser.nextToken());
    }
    if (!item.visit(visitor)) {
      visitor.other();
    }
  }

  private void member(Item item, String name, JsonToken value) throws UnreadableFile {
    switch (name) {
      case "type" -> item.type = value == JsonToken.VALUE_STRING ? parser.getString() : "";
      case "geometry" -> {
        if (value == JsonToken.START_OBJECT) {
          item.geometry = geometries.read(parser);
        }
      }
      case "properties" -> {
        if (value == JsonToken.START_OBJECT) {
          properties(item.properties);
        }
      }
      case "coordinates", "geometries" -> geometries.member(item.bare, name, parser);
      default -> {}
    }
    // A value that was read stands on its end already, where this does nothing.
    parser.skipChildren();
  }

  private void properties(Map<String, Object> properties) throws UnreadableFile {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      Object read = value(value);
      if (read != null) {
        properties.put(name, read);
        if (properties.size() > RecordLimit.FIELDS) {
          throw new UnreadableFile(Finding.of(0, Defect.JSON_TOO_MANY_FIELDS, RecordLimit.FIELDS));
        }
      }
    }
  }

  private @Nullable Object value(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> parser.getString();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NUMBER_INT ->
          switch (parser.getNumberType()) {
            case INT, LONG -> (Object) parser.getLongValue();
            default -> new BigDecimal(parser.getBigIntegerValue());
          };
      case VALUE_NUMBER_FLOAT -> {
        double number = parser.getDoubleValue();
        yield Double.isFinite(number) ? (Object) number : null;
      }
      case START_OBJECT, START_ARRAY -> NestedJson.text(parser);
      default -> null;
    };
  }

  private static UnreadableFile notGeoJson(String what) {
    return new UnreadableFile(Finding.of(0, Defect.JSON_NOT_GEOJSON, what));
  }

  /** The members of one object before its type is known. */
  private final class Item {
    private String type = "";
    private GeometryBuilder.@Nullable Raw geometry;
    private final GeometryBuilder.Raw bare = new GeometryBuilder.Raw();
    private final Map<String, Object> properties = new LinkedHashMap<>();

    /** False where this is neither a feature nor a geometry. */
    <E extends Exception> boolean visit(Visitor<E> visitor) throws UnreadableFile, E {
      if (type.equals("FeatureCollection")) {
        return true;
      }
      GeometryBuilder.Raw raw = geometry;
      if (!type.equals("Feature")) {
        if (!GeometryBuilder.isType(type)) {
          return false;
        }
        raw = bare;
        raw.type = type;
      }
      if (raw == null) {
        visitor.feature(null, null, properties);
        return true;
      }
      try {
        visitor.feature(geometries.build(raw), null, properties);
      } catch (BadGeometry bad) {
        visitor.feature(null, bad.getMessage(), properties);
      }
      return true;
    }
  }
}
