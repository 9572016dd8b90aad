package org.citygis.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Crs;
import org.citygis.storage.Column;
import org.citygis.storage.ColumnType;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.GeometryColumn;
import org.citygis.web.geojson.GeoJsonShape;
import org.citygis.web.geojson.JsonBytes;
import org.citygis.web.geojson.JsonValues;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as GeoJSON features, straight from the bytes of the database; what stays the same in
 * all rows is encoded once.
 */
public final class GeoJsonFeature {
  private static final byte[] START = utf8("{\"type\":\"Feature\",\"id\":");
  private static final byte[] GEOMETRY = utf8(",\"geometry\":");
  private static final byte[] PROPERTIES = utf8(",\"properties\":{");
  private static final byte[] NULL = utf8("null");

  private final JsonBytes out;
  private final @Nullable GeoJsonShape shape;
  private final byte[][] keys;
  private final boolean[] texts;

  /**
   * @param shape writes the member {@code geometry}, which is null without it
   * @param columns those of the rows, in their order
   */
  public GeoJsonFeature(JsonBytes out, @Nullable GeoJsonShape shape, List<Column> columns) {
    this.out = out;
    this.shape = shape;
    this.keys = new byte[columns.size()][];
    this.texts = new boolean[keys.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(columns.get(i).name(), i == 0);
      texts[i] = columns.get(i).type() == ColumnType.TEXT;
    }
  }

  /**
   * @param fields those of the rows, in their order
   * @param crs the system of the answer, its axes in the order of the register
   */
  public static GeoJsonFeature of(JsonBytes out, OpenLayer layer, List<Field> fields, Crs crs) {
    GeometryColumn geometry = layer.table().geometry();
    return new GeoJsonFeature(
        out,
        geometry == null ? null : new GeoJsonShape(geometry.crs(), crs),
        columns(layer, fields));
  }

  /** Of what type the fields are in the table. */
  public static List<Column> columns(OpenLayer layer, List<Field> fields) {
    return fields.stream()
        .map(
            field ->
                layer
                    .table()
                    .findColumn(field.name())
                    .orElseGet(() -> new Column(field.name(), field.type())))
        .toList();
  }

  /** The feature without its closing brace, so that members can follow. */
  public void open(FeatureRow row) throws SQLException {
    begin(row);
    member(GEOMETRY, shape, row.wkb());
    properties(row);
  }

  /** The brace, the type and the number. */
  public void begin(FeatureRow row) throws SQLException {
    out.raw(START).integer(row.fid());
  }

  /**
   * A member that is a shape.
   *
   * @param key as {@code ,"name":}
   * @param wkb null where there is no shape; so is the member then
   */
  public void member(byte[] key, @Nullable GeoJsonShape writer, byte @Nullable [] wkb) {
    out.raw(key);
    if (wkb == null || writer == null) {
      out.raw(NULL);
    } else {
      writer.write(wkb, out);
    }
  }

  /** The member {@code properties}. */
  public void properties(FeatureRow row) throws SQLException {
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

  private static byte[] key(String name, boolean first) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JsonBytes(bytes).raw(first ? "" : ",").key(name).flush();
    return bytes.toByteArray();
  }

  private static byte[] utf8(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
