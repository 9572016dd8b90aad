package org.citygis.features.edit;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A GeoJSON feature, or a merge patch of one, as it was sent: its members taken apart, its values
 * not yet looked at.
 *
 * @param properties by name; a null value empties the field
 * @param geometry null where the body says nothing of the shape; JSON's null where it has none
 */
record FeatureBody(Map<String, JsonNode> properties, @Nullable JsonNode geometry) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** What a feature that was read here brings along; it says nothing new. */
  private static final Set<String> IGNORED = Set.of("links", "bbox", "timeStamp");

  /** A whole feature: type, geometry and properties have to be there. */
  static FeatureBody whole(InputStream body, @Nullable Long fid) throws IOException {
    JsonNode json = read(body);
    Faults faults = new Faults();
    if (!json.path("type").asString("").equals("Feature")) {
      faults.wrong("/type", json.path("type"), Text.same("\"Feature\""));
    }
    for (String member : new String[] {"geometry", "properties"}) {
      if (!json.has(member)) {
        faults.add(
            "/" + member,
            Text.of(
                "缺少成员 %s（可以为 null）。".formatted(member),
                "The member %s is missing; it may be null.".formatted(member)));
      }
    }
    return taken(json, fid, faults);
  }

  /** A merge patch (RFC 7396): what is not named stays. */
  static FeatureBody patch(InputStream body, long fid) throws IOException {
    JsonNode json = read(body);
    Faults faults = new Faults();
    if (json.has("type") && !json.get("type").asString("").equals("Feature")) {
      faults.wrong("/type", json.get("type"), Text.same("\"Feature\""));
    }
    return taken(json, fid, faults);
  }

  private static FeatureBody taken(JsonNode json, @Nullable Long fid, Faults faults) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      String name = member.getKey();
      JsonNode value = member.getValue();
      switch (name) {
        case "type", "geometry" -> {}
        case "id" -> id(value, fid, faults);
        case "properties" -> {
          if (value.isObject()) {
            value.properties().forEach(each -> properties.put(each.getKey(), each.getValue()));
          } else if (!value.isNull()) {
            faults.wrong("/properties", value, Text.of("对象", "an object"));
          }
        }
        case "crs" ->
            faults.add(
                "/crs",
                Text.of(
                    "GeoJSON 不再有成员 crs；坐标系请用请求头 Content-Crs 说明。",
                    "GeoJSON has no member crs any more; name the system in the header Content-Crs."));
        default -> {
          if (!IGNORED.contains(name)) {
            faults.add(
                "/" + Faults.part(name),
                Text.of(
                    "要素没有这个成员；属性请放在 properties 中。",
                    "A feature has no such member; values of fields go into properties."));
          }
        }
      }
    }
    faults.throwIfAny();
    return new FeatureBody(properties, json.get("geometry"));
  }

  /** A new feature gets its number here, so one that it brings along does not count. */
  private static void id(JsonNode value, @Nullable Long fid, Faults faults) {
    if (fid != null && !value.isNull() && !value.asString("").equals(fid.toString())) {
      faults.wrong("/id", value, Text.same(fid.toString()));
    }
  }

  private static JsonNode read(InputStream body) throws IOException {
    JsonNode json;
    try (body) {
      json = JSON.readTree(body);
    } catch (JacksonException e) {
      if (e.getCause() instanceof IOException broken) {
        throw broken;
      }
      String place =
          e.getLocation() == null
              ? ""
              : " (%d:%d)".formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw new Problem.Invalid(
          Text.of(
              "请求体不是合法的 JSON%s：%s".formatted(place, e.getOriginalMessage()),
              "The body is not valid JSON%s: %s".formatted(place, e.getOriginalMessage())));
    }
    if (!json.isObject()) {
      throw new Problem.Invalid(
          Text.of("请求体应为一个 GeoJSON Feature。", "The body must be one GeoJSON Feature."));
    }
    return json;
  }
}
