package org.citygis.tiles;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citygis.packed.Cluster;
import org.citygis.packed.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Writes one layer of a vector tile: features as they come, with one dictionary of keys and one of
 * values.
 */
final class MvtLayer {
  /** The property that makes a point a cluster, as MapLibre names it. */
  static final String POINT_COUNT = "point_count";

  /** What the name of the number of a class begins with; the values of the class follow. */
  static final String CLASS_COUNT = "count:";

  private static final int TILE_LAYERS = 3;
  private static final int NAME = 1;
  private static final int FEATURES = 2;
  private static final int KEYS = 3;
  private static final int VALUES = 4;
  private static final int EXTENT = 5;
  private static final int VERSION = 15;
  private static final int FEATURE_ID = 1;
  private static final int FEATURE_TAGS = 2;
  private static final int FEATURE_TYPE = 3;
  private static final int FEATURE_GEOMETRY = 4;

  private final String name;
  private final List<String> fields;
  private final int[] keyOfField;
  private final Map<Object, Integer> valueIndex = new HashMap<>();
  private final ProtoBuffer below = new ProtoBuffer(256);
  private final ProtoBuffer features = new ProtoBuffer(1 << 14);
  private final ProtoBuffer keys = new ProtoBuffer(256);
  private final ProtoBuffer values = new ProtoBuffer(1 << 12);
  private final ProtoBuffer feature = new ProtoBuffer(1 << 10);
  private final ProtoBuffer tags = new ProtoBuffer(64);
  private final ProtoBuffer value = new ProtoBuffer(64);
  private final Map<String, Integer> moreKeys = new HashMap<>();
  private int keyCount;
  private int count;

  MvtLayer(String name, List<String> fields) {
    this.name = name;
    this.fields = fields;
    keyOfField = new int[fields.size()];
    Arrays.fill(keyOfField, -1);
  }

  boolean isEmpty() {
    return count == 0;
  }

  int count() {
    return count;
  }

  /**
   * A feature of the layer.
   *
   * @param id the feature's number, not negative
   * @param geometry the commands of the format, as {@link GeometryCommands} writes them
   * @param properties a value for each field, null where there is none; text, a number, or true and
   *     false
   */
  void add(long id, Shape.Kind kind, ProtoBuffer geometry, @Nullable Object[] properties) {
    feature.clear();
    feature.varintField(FEATURE_ID, id);
    write(kind, geometry, properties, features);
  }

  /**
   * A feature that stands for several, without a number of its own, to be drawn before all others.
   */
  void addBelow(Shape.Kind kind, ProtoBuffer geometry, @Nullable Object[] properties) {
    feature.clear();
    write(kind, geometry, properties, below);
  }

  /** A point that stands for several, with their number and those of their classes. */
  void addCluster(ProtoBuffer geometry, @Nullable Object[] properties, Cluster cluster) {
    feature.clear();
    tags.clear();
    tag(POINT_COUNT, cluster.count());
    for (Cluster.ClassCount part : cluster.classes()) {
      if (!part.values().isEmpty()) {
        tag(CLASS_COUNT + String.join("/", part.values()), part.count());
      }
    }
    finish(Shape.Kind.POINT, geometry, properties, features);
  }

  private void tag(String key, int number) {
    tags.varint(
        moreKeys.computeIfAbsent(
            key,
            name -> {
              keys.stringField(KEYS, name);
              return keyCount++;
            }));
    tags.varint(value((long) number));
  }

  private void write(
      Shape.Kind kind, ProtoBuffer geometry, @Nullable Object[] properties, ProtoBuffer target) {
    tags.clear();
    finish(kind, geometry, properties, target);
  }

  private void finish(
      Shape.Kind kind, ProtoBuffer geometry, @Nullable Object[] properties, ProtoBuffer target) {
    for (int field = 0; field < properties.length; field++) {
      Object property = properties[field];
      if (property != null) {
        tags.varint(key(field));
        tags.varint(value(property));
      }
    }
    if (tags.size() > 0) {
      feature.messageField(FEATURE_TAGS, tags);
    }
    feature.varintField(FEATURE_TYPE, code(kind));
    feature.messageField(FEATURE_GEOMETRY, geometry);
    target.messageField(FEATURES, feature);
    count++;
  }

  /** The tile of this one layer. */
  byte[] toTile() {
    ProtoBuffer layer =
        new ProtoBuffer(below.size() + features.size() + keys.size() + values.size() + 256);
    layer.varintField(VERSION, 2);
    layer.stringField(NAME, name);
    layer.append(below);
    layer.append(features);
    layer.append(keys);
    layer.append(values);
    layer.varintField(EXTENT, Tile.EXTENT);
    ProtoBuffer tile = new ProtoBuffer(layer.size() + 8);
    tile.messageField(TILE_LAYERS, layer);
    return tile.toByteArray();
  }

  private static int code(Shape.Kind kind) {
    return switch (kind) {
      case POINT -> 1;
      case LINE -> 2;
      case POLYGON -> 3;
    };
  }

  private int key(int field) {
    if (keyOfField[field] < 0) {
      keyOfField[field] = keyCount++;
      keys.stringField(KEYS, fields.get(field));
    }
    return keyOfField[field];
  }

  private int value(Object property) {
    Integer known = valueIndex.get(property);
    if (known != null) {
      return known;
    }
    int index = valueIndex.size();
    valueIndex.put(property, index);
    value.clear();
    switch (property) {
      case String text -> value.stringField(1, text);
      case Boolean truth -> value.varintField(7, truth ? 1 : 0);
      case Double number -> value.doubleField(3, number);
      case Float number -> value.doubleField(3, number);
      case BigDecimal number -> value.doubleField(3, number.doubleValue());
      case Number number -> integer(number.longValue());
      default -> value.stringField(1, property.toString());
    }
    values.messageField(VALUES, value);
    return index;
  }

  private void integer(long number) {
    if (number < 0) {
      value.zigzagField(6, number);
    } else {
      value.varintField(5, number);
    }
  }
}
