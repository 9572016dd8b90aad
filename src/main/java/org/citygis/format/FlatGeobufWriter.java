package org.citygis.format;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.citygis.problem.Problem;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.citygis.web.geojson.JsonValues;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.generated.Feature;

/**
 * FlatGeobuf, sent as it is written: the count of features stands in the head where it is known
 * beforehand, but no spatial index, which would have to stand before the features and so be known
 * before the first is sent.
 */
public final class FlatGeobufWriter implements FeatureWriter {
  private static final Text NO_INDEX =
      Text.of(
          "文件边写边发，不含空间索引；需要时可用 ogr2ogr 重写一遍生成索引。",
          "The file was sent while it was written and has no spatial index; ogr2ogr makes one when"
              + " it rewrites the file.");

  private final OutputStream out;
  private final List<FileColumn> columns;
  private final long expected;
  private final FlatBufferBuilder buffer = new FlatBufferBuilder(4_096);
  private final FlatGeobufShape shapes;
  private ByteBuffer properties = ByteBuffer.allocate(4_096).order(ByteOrder.LITTLE_ENDIAN);
  private long rows;

  public FlatGeobufWriter(Contents contents, OutputStream stream) throws IOException {
    this.out = new BufferedOutputStream(stream, 1 << 15);
    this.columns = contents.columns();
    this.expected = contents.rows();
    GeometryColumn geometry = contents.geometry();
    this.shapes =
        new FlatGeobufShape(
            buffer, geometry != null && geometry.hasZ(), geometry != null && geometry.hasM());
    out.write(Constants.MAGIC_BYTES);
    out.write(new FlatGeobufHeader(contents).bytes());
  }

  @Override
  public void add(FileRow row) throws SQLException, IOException {
    if (++rows > expected && expected != Contents.UNKNOWN) {
      throw edited();
    }
    buffer.clear();
    Geometry shape = row.shape();
    int geometry = shape == null ? 0 : shapes.write(shape);
    properties.clear();
    for (int i = 0; i < columns.size(); i++) {
      property(i, row.value(i));
    }
    int values = Feature.createPropertiesVector(buffer, properties.flip());
    Feature.startFeature(buffer);
    Feature.addGeometry(buffer, geometry);
    Feature.addProperties(buffer, values);
    Feature.finishSizePrefixedFeatureBuffer(buffer, Feature.endFeature(buffer));
    ByteBuffer bytes = buffer.dataBuffer();
    out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
  }

  /** The number of its column, then the value; what is null is left out. */
  private void property(int index, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Long number -> at(index, Long.BYTES).putLong(number);
      case Double number -> at(index, Double.BYTES).putDouble(number);
      case Boolean bool -> at(index, 1).put((byte) (bool ? 1 : 0));
      case Instant moment -> text(index, JsonValues.moment(moment));
      default -> text(index, value.toString());
    }
  }

  private void text(int index, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    at(index, Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
  }

  private ByteBuffer at(int index, int size) {
    int needed = Short.BYTES + size;
    if (properties.remaining() < needed) {
      ByteBuffer larger =
          ByteBuffer.allocate(2 * properties.capacity() + needed).order(ByteOrder.LITTLE_ENDIAN);
      properties = larger.put(properties.flip());
    }
    return properties.putShort((short) index);
  }

  @Override
  public List<Text> finish() throws IOException {
    if (rows != expected && expected != Contents.UNKNOWN) {
      throw edited();
    }
    out.flush();
    return List.of(NO_INDEX);
  }

  private Problem edited() {
    return new Problem.Conflict(
        Text.of(
            "导出期间图层被编辑，要素数与文件头不符，请重试。",
            "The layer was edited while it was exported, so that the count in the file's head is"
                + " wrong; try again."));
  }

  @Override
  public void close() {
    // It holds nothing but the answer.
  }
}
