package org.citygis.format;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import org.citygis.geo.Crs;
import org.citygis.storage.ColumnType;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.citygis.web.geojson.GeoJsonShape;
import org.citygis.web.geojson.JsonBytes;
import org.citygis.web.geojson.JsonValues;
import org.jspecify.annotations.Nullable;

/**
 * GeoJSON as RFC 7946 has it. In another system than WGS 84, which the standard leaves to
 * agreement, the file carries the {@code crs} member of its forerunner, x first, as desktop
 * programs read and write it; shifted degrees carry {@code "crs": null}, which says that no system
 * may be assumed.
 */
public final class GeoJsonWriter implements FeatureWriter {
  private final JsonBytes out;
  private final @Nullable GeoJsonShape shape;
  private final byte[][] keys;
  private final boolean[] texts;
  private long rows;

  public GeoJsonWriter(Contents contents, OutputStream stream) {
    this.out = new JsonBytes(stream);
    GeometryColumn geometry = contents.geometry();
    TargetSystem target = contents.target();
    this.shape =
        geometry == null
            ? null
            : new GeoJsonShape(
                Passage.forPrint(geometry.crs(), target)::apply, false, target.digits());
    this.keys = new byte[contents.columns().size()][];
    this.texts = new boolean[keys.length];
    for (int i = 0; i < keys.length; i++) {
      texts[i] = contents.columns().get(i).type() == ColumnType.TEXT;
      keys[i] = key(contents.columns().get(i).name(), i == 0);
    }
    out.raw("{\"type\":\"FeatureCollection\",").key("name").string(contents.id());
    reference(target);
    out.raw(",\"features\":[");
  }

  private void reference(TargetSystem target) {
    if (target.isShifted()) {
      out.raw(",\"crs\":null,").key("note").string(target.description().zh());
      out.raw(',').key("note_en").string(target.description().en());
    } else if (!target.crs().equals(Crs.CRS84) && target.crs().srid() != 4326) {
      out.raw(",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":")
          .string("urn:ogc:def:crs:EPSG::" + target.crs().srid())
          .raw("}}");
    }
  }

  @Override
  public void add(FileRow row) throws SQLException {
    out.raw(rows++ == 0 ? "\n" : ",\n");
    out.raw("{\"type\":\"Feature\",\"id\":").integer(row.fid()).raw(",\"geometry\":");
    byte[] wkb = row.wkb();
    if (wkb == null || shape == null) {
      out.raw("null");
    } else {
      shape.write(wkb, out);
    }
    out.raw(",\"properties\":{");
    for (int i = 0; i < keys.length; i++) {
      out.raw(keys[i]);
      if (texts[i]) {
        JsonValues.write(row.utf8(i), out);
      } else {
        JsonValues.write(row.value(i), out);
      }
    }
    out.raw("}}");
  }

  @Override
  public List<Text> finish() {
    out.raw("\n]}\n").flush();
    return List.of();
  }

  @Override
  public void close() {
    // It holds nothing but the answer.
  }

  /** A key with the comma before it, encoded once for all rows. */
  private static byte[] key(String name, boolean first) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JsonBytes(bytes).raw(first ? "" : ",").key(name).flush();
    return bytes.toByteArray();
  }
}
