package org.citygis.ingest.doctor;

import java.io.IOException;
import java.io.OutputStream;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.problem.Problem;
import org.citygis.text.Lang;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** All faults of a layer that have a place, as points in longitude and latitude. */
public final class FaultGeoJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final double ROUNDING = 1e8;

  private FaultGeoJson() {}

  /**
   * @param crs of the layer; null where none is known, then nothing has a place
   */
  public static void write(FaultFile faults, @Nullable Crs crs, Lang lang, OutputStream out)
      throws IOException {
    Reprojection toDegrees = crs == null ? null : Reprojection.between(crs, Crs.CRS84);
    try (JsonGenerator json =
        JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringProperty("type", "FeatureCollection");
      json.writeArrayPropertyStart("features");
      faults.read(
          fault -> {
            Coordinate place = place(fault, toDegrees);
            if (place != null) {
              feature(json, fault, place, lang);
            }
          });
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /** In degrees; null where there is none. */
  static @Nullable Coordinate place(Fault fault, @Nullable Reprojection toDegrees) {
    if (fault.place() == null || toDegrees == null) {
      return null;
    }
    try {
      Coordinate at = toDegrees.apply(fault.place().x, fault.place().y);
      return Math.abs(at.x) <= 180 && Math.abs(at.y) <= 90 ? at : null;
    } catch (Problem.Invalid outside) {
      return null;
    }
  }

  private static void feature(JsonGenerator json, Fault fault, Coordinate place, Lang lang) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeObjectPropertyStart("geometry");
    json.writeStringProperty("type", "Point");
    json.writeArrayPropertyStart("coordinates");
    json.writeNumber(Math.round(place.x * ROUNDING) / ROUNDING);
    json.writeNumber(Math.round(place.y * ROUNDING) / ROUNDING);
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectPropertyStart("properties");
    json.writeNumberProperty("row", fault.row());
    json.writeStringProperty("code", fault.defect().code());
    json.writeStringProperty("severity", fault.defect().severity().tag());
    json.writeStringProperty("message", fault.message().in(lang));
    if (fault.field() != null) {
      json.writeStringProperty("field", fault.field());
    }
    if (fault.value() != null) {
      json.writeStringProperty("value", fault.value());
    }
    if (fault.repair() != null) {
      json.writeStringProperty("repair", fault.repair().tag());
    }
    if (fault.areaChange() != null) {
      json.writeNumberProperty("area_change", fault.areaChange());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
