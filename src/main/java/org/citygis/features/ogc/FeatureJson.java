package org.citygis.features.ogc;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Crs;
import org.citygis.storage.ColumnType;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.citygis.web.geojson.GeoJsonShape;
import org.citygis.web.geojson.JsonBytes;
import org.citygis.web.geojson.JsonValues;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one layer as GeoJSON features. */
public final class FeatureJson {
  private static final byte[] START =
      "{\"type\":\"Feature\",\"id\":".getBytes(StandardCharsets.UTF_8);
  private static final byte[] GEOMETRY = ",\"geometry\":".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PROPERTIES = ",\"properties\":{".getBytes(StandardCharsets.UTF_8);

  private final JsonBytes out;
  private final @Nullable GeoJsonShape shape;
  private final byte[][] keys;
  private final boolean[] texts;

  /**
   * @param fields the fields of the rows, in their order
   */
  public FeatureJson(JsonBytes out, OpenLayer layer, List<Field> fields, Crs crs) {
    this.out = out;
    GeometryColumn geometry = layer.table().geometry();
    this.shape = geometry == null ? null : new GeoJsonShape(geometry.crs(), crs);
    this.keys = new byte[fields.size()][];
    this.texts = new boolean[fields.size()];
    for (int i = 0; i < keys.length; i++) {
      String key = (i == 0 ? "\"" : ",\"") + fields.get(i).name() + "\":";
      keys[i] = key.getBytes(StandardCharsets.UTF_8);
      texts[i] = isText(layer.table(), fields.get(i).name());
    }
  }

  private static boolean isText(FeatureTable table, String column) {
    return table.findColumn(column).filter(c -> c.type() == ColumnType.TEXT).isPresent();
  }

  /** The feature without its closing brace, so that members can follow. */
  public void open(FeatureRow row) throws SQLException {
    out.raw(START).integer(row.fid()).raw(GEOMETRY);
    byte[] wkb = row.wkb();
    if (wkb == null || shape == null) {
      out.raw("null");
    } else {
      shape.write(wkb, out);
    }
    out.raw(PROPERTIES);
    for (int i = 0; i < keys.length; i++) {
      out.raw(keys[i]);
      if (texts[i]) {
        JsonValues.write(row.utf8(i), out);
      } else {
        JsonValues.write(row.value(i), out);
      }
    }
    out.raw('}');
  }
}
