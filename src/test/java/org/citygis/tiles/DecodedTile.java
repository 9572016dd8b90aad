package org.citygis.tiles;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A vector tile read back, written against the specification and not against our encoder. */
record DecodedTile(String layer, int version, int extent, List<Feature> features) {

  /**
   * @param id null when the feature has none
   * @param parts points, lines, or rings with their closing point, in tile units
   */
  record Feature(Long id, int type, Map<String, Object> properties, List<List<int[]>> parts) {
    String text() {
      return parts.stream()
          .map(part -> part.stream().map(p -> p[0] + " " + p[1]).collect(Collectors.joining(", ")))
          .collect(Collectors.joining(" / "));
    }

    /** Twice the area of a ring by the surveyor's formula; positive for an outer ring. */
    static long doubleArea(List<int[]> ring) {
      long sum = 0;
      for (int i = 0; i + 1 < ring.size(); i++) {
        int[] a = ring.get(i);
        int[] b = ring.get(i + 1);
        sum += (long) a[0] * b[1] - (long) b[0] * a[1];
      }
      return sum;
    }

    double area() {
      return parts.stream().mapToLong(Feature::doubleArea).sum() / 2.0;
    }
  }

  static DecodedTile of(byte[] tile) {
    List<Field> layers = fields(ByteBuffer.wrap(tile)).stream().filter(f -> f.number == 3).toList();
    if (layers.size() != 1) {
      throw new AssertionError(layers.size() + " layers");
    }
    String name = "";
    int version = 1;
    int extent = 4096;
    List<String> keys = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<byte[]> features = new ArrayList<>();
    for (Field field : fields(ByteBuffer.wrap(layers.get(0).bytes))) {
      switch (field.number) {
        case 1 -> name = field.text();
        case 2 -> features.add(field.bytes);
        case 3 -> keys.add(field.text());
        case 4 -> values.add(value(field.bytes));
        case 5 -> extent = (int) field.varint;
        case 15 -> version = (int) field.varint;
        default -> throw new AssertionError("layer field " + field.number);
      }
    }
    return new DecodedTile(
        name, version, extent, features.stream().map(f -> feature(f, keys, values)).toList());
  }

  private static Feature feature(byte[] bytes, List<String> keys, List<Object> values) {
    Long id = null;
    int type = 0;
    Map<String, Object> properties = new LinkedHashMap<>();
    List<List<int[]>> parts = List.of();
    for (Field field : fields(ByteBuffer.wrap(bytes))) {
      switch (field.number) {
        case 1 -> id = field.varint;
        case 2 -> {
          ByteBuffer tags = ByteBuffer.wrap(field.bytes);
          while (tags.hasRemaining()) {
            properties.put(keys.get((int) varint(tags)), values.get((int) varint(tags)));
          }
        }
        case 3 -> type = (int) field.varint;
        case 4 -> parts = parts(ByteBuffer.wrap(field.bytes));
        default -> throw new AssertionError("feature field " + field.number);
      }
    }
    return new Feature(id, type, properties, parts);
  }

  private static List<List<int[]>> parts(ByteBuffer commands) {
    List<List<int[]>> parts = new ArrayList<>();
    List<int[]> part = new ArrayList<>();
    int x = 0;
    int y = 0;
    while (commands.hasRemaining()) {
      int word = (int) varint(commands);
      int repeat = word >>> 3;
      switch (word & 7) {
        case 1 -> {
          for (int i = 0; i < repeat; i++) {
            x += (int) zigzag(varint(commands));
            y += (int) zigzag(varint(commands));
            part = new ArrayList<>(List.of(new int[] {x, y}));
            parts.add(part);
          }
        }
        case 2 -> {
          for (int i = 0; i < repeat; i++) {
            int dx = (int) zigzag(varint(commands));
            int dy = (int) zigzag(varint(commands));
            if (dx == 0 && dy == 0) {
              throw new AssertionError("a step that leads nowhere");
            }
            x += dx;
            y += dy;
            part.add(new int[] {x, y});
          }
        }
        case 7 -> part.add(part.get(0));
        default -> throw new AssertionError("command " + (word & 7));
      }
    }
    return parts;
  }

  private static Object value(byte[] bytes) {
    Field field = fields(ByteBuffer.wrap(bytes)).get(0);
    return switch (field.number) {
      case 1 -> field.text();
      case 3 -> Double.longBitsToDouble(field.varint);
      case 4, 5 -> field.varint;
      case 6 -> zigzag(field.varint);
      case 7 -> field.varint != 0;
      default -> throw new AssertionError("value field " + field.number);
    };
  }

  private record Field(int number, long varint, byte[] bytes) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static List<Field> fields(ByteBuffer message) {
    message.order(ByteOrder.LITTLE_ENDIAN);
    List<Field> fields = new ArrayList<>();
    while (message.hasRemaining()) {
      int tag = (int) varint(message);
      switch (tag & 7) {
        case 0 -> fields.add(new Field(tag >>> 3, varint(message), new byte[0]));
        case 1 -> fields.add(new Field(tag >>> 3, message.getLong(), new byte[0]));
        case 2 -> {
          byte[] bytes = new byte[(int) varint(message)];
          message.get(bytes);
          fields.add(new Field(tag >>> 3, 0, bytes));
        }
        default -> throw new AssertionError("wire type " + (tag & 7));
      }
    }
    return fields;
  }

  private static long varint(ByteBuffer buffer) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = buffer.get();
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  private static long zigzag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }
}
