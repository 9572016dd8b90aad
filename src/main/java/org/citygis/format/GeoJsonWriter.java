package org.citygis.format;

import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import org.citygis.geo.Crs;
import org.citygis.storage.Column;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.citygis.web.geojson.GeoJsonShape;
import org.citygis.web.geojson.JsonBytes;

/**
 * GeoJSON as RFC 7946 has it. In another system than WGS 84, which the standard leaves to
 * agreement, the file carries the {@code crs} member of its forerunner, x first, as desktop
 * programs read and write it; shifted degrees carry {@code "crs": null}, which says that no system
 * may be assumed.
 */
public final class GeoJsonWriter implements FeatureWriter {
  private final JsonBytes out;
  private final GeoJsonFeature feature;
  private long rows;

  public GeoJsonWriter(Contents contents, OutputStream stream) {
    this.out = new JsonBytes(stream);
    GeometryColumn geometry = contents.geometry();
    TargetSystem target = contents.target();
    GeoJsonShape shape =
        geometry == null
            ? null
            : new GeoJsonShape(
                Passage.forPrint(geometry.crs(), target)::apply, false, target.digits());
    this.feature =
        new GeoJsonFeature(
            out,
            shape,
            contents.columns().stream().map(c -> new Column(c.name(), c.type())).toList());
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
    feature.open(row);
    out.raw('}');
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
}
