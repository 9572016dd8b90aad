package org.citygis.features.edit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Crs;
import org.citygis.history.FeatureChange;
import org.citygis.history.FeatureState;
import org.citygis.history.StoredValues;
import org.citygis.text.Text;
import org.citygis.web.geojson.GeoJsonShape;
import org.citygis.web.geojson.JsonBytes;
import org.citygis.web.geojson.JsonValues;
import org.jspecify.annotations.Nullable;

/**
 * A change as the interface tells it: the fields that the user may see and that changed. Shapes are
 * GeoJSON in longitude and latitude, there where the shape changed only.
 */
record ChangeView(
    long number,
    int version,
    String kind,
    Instant at,
    String by,
    @Nullable Long restores,
    List<Value> fields,
    boolean moved,
    @Nullable Shapes geometry) {

  record Value(String name, Text alias, @Nullable Object before, @Nullable Object after) {}

  record Shapes(
      @JsonProperty("before") @JsonRawValue @Nullable String before,
      @JsonProperty("after") @JsonRawValue @Nullable String after) {}

  static ChangeView of(OpenLayer layer, FeatureChange change) {
    List<Value> values = new ArrayList<>();
    for (Field field : layer.fields()) {
      Object before = value(field, change.before());
      Object after = value(field, change.after());
      if (!Objects.equals(before, after)) {
        values.add(new Value(field.name(), field.alias(), before, after));
      }
    }
    return new ChangeView(
        change.number(),
        change.version(),
        change.kind().tag(),
        change.at(),
        change.by(),
        change.restores(),
        values,
        change.moved(),
        change.moved()
            ? new Shapes(geoJson(change.shapeBefore()), geoJson(change.shapeAfter()))
            : null);
  }

  private static @Nullable Object value(Field field, @Nullable Map<String, @Nullable Object> row) {
    Object value = row == null ? null : StoredValues.read(field.type(), row.get(field.name()));
    return value instanceof Instant moment ? JsonValues.moment(moment) : value;
  }

  private static @Nullable String geoJson(byte @Nullable [] ewkb) {
    if (ewkb == null) {
      return null;
    }
    Crs system =
        FeatureState.systemOf(Objects.requireNonNull(new FeatureState(Map.of(), ewkb).geometry()));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    JsonBytes out = new JsonBytes(text);
    new GeoJsonShape(system, Crs.CRS84).write(ewkb, out);
    out.flush();
    return text.toString(StandardCharsets.UTF_8);
  }
}
