package org.citygis.versions;

import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.List;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.storage.Column;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.TableComparison;
import org.citygis.storage.TablePair;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes the features that two versions do not share as GeoJSON. */
@Component
final class DifferentFeatures {
  private static final int MOST_BYTES = 30 << 20;

  private final TableComparison tables;
  private final JsonMapper json;

  DifferentFeatures(TableComparison tables, JsonMapper json) {
    this.tables = tables;
    this.json = json;
  }

  /**
   * A feature collection in longitude and latitude; {@code truncated} says whether there are more.
   */
  byte[] geoJson(Compared compared, TablePair pair, TablePair.Kind kind, int limit) {
    FeatureTable table = kind == TablePair.Kind.REMOVED ? pair.from() : pair.to();
    List<Column> fields =
        table.columns().stream()
            .filter(column -> !compared.layer().access().hiddenFields().contains(column.name()))
            .toList();
    Reprojection toDegrees =
        table.geometry() == null ? null : Reprojection.between(table.geometry().crs(), Crs.CRS84);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean[] truncated = {false};
    int[] count = {0};
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringProperty("type", "FeatureCollection");
      out.writeName("features");
      out.writeStartArray();
      tables.read(
          pair,
          kind,
          fields,
          limit + 1,
          row -> {
            out.flush();
            truncated[0] = count[0]++ == limit || bytes.size() > MOST_BYTES;
            if (!truncated[0]) {
              write(out, row, fields, toDegrees);
            }
            return !truncated[0];
          });
      out.writeEndArray();
      out.writeBooleanProperty("truncated", truncated[0]);
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(
      JsonGenerator out, FeatureRow row, List<Column> fields, @Nullable Reprojection toDegrees)
      throws SQLException {
    out.writeStartObject();
    out.writeStringProperty("type", "Feature");
    out.writeNumberProperty("id", row.fid());
    Geometry geometry = row.geometry();
    out.writeName("geometry");
    if (geometry == null || toDegrees == null) {
      out.writeNull();
    } else {
      GeoJsonGeometry.write(toDegrees.apply(geometry), out);
    }
    out.writeName("properties");
    out.writeStartObject();
    for (int i = 0; i < fields.size(); i++) {
      out.writeName(fields.get(i).name());
      out.writePOJO(row.value(i));
    }
    out.writeEndObject();
    out.writeEndObject();
  }
}
