package org.citygis.ingest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.Edits;
import org.citygis.catalog.Field;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.Layer;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.Layers;
import org.citygis.catalog.Visibility;
import org.citygis.ingest.doctor.Checked;
import org.citygis.ingest.mapping.FieldMapping;
import org.citygis.ingest.source.Shape;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.Role;
import org.citygis.security.User;
import org.citygis.storage.ColumnType;
import org.citygis.style.Styles;
import org.citygis.text.CityTime;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds or makes the definition of the layer that a publication names. */
@Component
final class Definitions {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{1,47}");
  private static final Pattern LIKE_A_TABLE = Pattern.compile(".*_v\\d+");
  private static final int LONGEST_TITLE = 200;
  private static final int ORDER = 100;
  private static final int DEEPEST_ZOOM = 22;

  private final Layers layers;
  private final Catalog catalog;
  private final Styles styles;
  private final Clock clock;

  Definitions(Layers layers, Catalog catalog, Styles styles, Clock clock) {
    this.layers = layers;
    this.catalog = catalog;
    this.styles = styles;
    this.clock = clock;
  }

  /** A layer, and how it gets its rows. */
  record Target(Mode mode, LayerDefinition definition) {}

  /** Whether the user may import anything at all. */
  static void mayImport(User user) {
    if (!user.has(Role.PUBLISHER)) {
      throw new Problem.Forbidden(
          user.isAnonymous()
              ? Text.of("请先以发布人员身份登录。", "Sign in as a publisher first.")
              : Text.of("导入数据需要发布角色。", "Importing data takes the publisher role."));
    }
  }

  /**
   * The definition under which the user may publish what was checked.
   *
   * @throws Problem when a value is wrong or he may not
   */
  Target of(User user, Publication wanted, Checked checked) {
    String id = wanted.layer() == null ? "" : wanted.layer().strip();
    if (!ID.matcher(id).matches() || LIKE_A_TABLE.matcher(id).matches()) {
      throw Problem.Invalid.parameter(
          "layer",
          id,
          Text.of(
              "小写字母开头，由小写字母、数字和下划线组成，2 至 48 个字符，且不以 _v 加数字结尾",
              "2 to 48 lower-case letters, digits and underscores, beginning with a letter and not"
                  + " ending in _v and digits"));
    }
    Optional<Layer> existing = layers.all().stream().filter(it -> it.id().equals(id)).findFirst();
    Mode mode =
        Mode.of(
            wanted.mode(),
            id,
            existing.isPresent(),
            existing.map(Layer::version).isPresent() && mayPublish(user, id));
    return existing.isPresent()
        ? new Target(mode, existing(user, existing.get().definition(), mode, wanted, checked))
        : new Target(mode, fresh(user, id, wanted, checked));
  }

  /** Whose data there are is not told to who may not know of the layer. */
  private boolean mayPublish(User user, String id) {
    try {
      layers.open(user, id, Action.PUBLISH);
      return true;
    } catch (Problem.NotFound | Problem.Forbidden refused) {
      return false;
    }
  }

  /** The layer of that id, for somebody who may publish to it. */
  LayerDefinition existing(User user, String id) {
    return layers.open(user, id, Action.PUBLISH).definition();
  }

  private LayerDefinition existing(
      User user, LayerDefinition layer, Mode mode, Publication wanted, Checked checked) {
    try {
      layers.open(user, layer.id(), Action.PUBLISH);
    } catch (Problem.NotFound hidden) {
      throw new Problem.Conflict(
          Text.of(
              "图层编号 %s 已被占用。".formatted(layer.id()),
              "The layer id %s is taken.".formatted(layer.id())));
    }
    GeometryKind kind = kind(checked.shape());
    boolean attributesOnly = mode == Mode.UPSERT && kind == GeometryKind.NONE;
    if (layer.geometry() != kind && layer.geometry() != GeometryKind.MIXED && !attributesOnly) {
      throw new Problem.Conflict(
          Text.of(
              "图层 %s 的几何类型为 %s，文件为 %s。".formatted(layer.id(), layer.geometry().tag(), kind.tag()),
              "Layer %s holds %s geometry, the file %s."
                  .formatted(layer.id(), layer.geometry().tag(), kind.tag())));
    }
    if (FieldMapping.of(layer.fields(), checked.fields(), wanted.mapping()).isEmpty()) {
      throw new Problem.Conflict(
          Text.of(
              "文件中没有图层 %s 的任何字段（%s）。".formatted(layer.id(), names(layer)),
              "The file has none of the fields of layer %s (%s)."
                  .formatted(layer.id(), names(layer))));
    }
    return layer;
  }

  private static String names(LayerDefinition layer) {
    return String.join(", ", layer.fields().stream().map(Field::from).toList());
  }

  private LayerDefinition fresh(User user, String id, Publication wanted, Checked checked) {
    String department =
        wanted.department() == null ? String.valueOf(user.department()) : wanted.department();
    catalog.department(department);
    if (!user.belongsTo(department)) {
      throw new Problem.Forbidden(
          Text.of(
              "只能为本部门发布图层，不能为“%s”发布。".formatted(department),
              "A publisher publishes for his own department, not for '%s'.".formatted(department)));
    }
    GeometryKind kind = kind(checked.shape());
    List<Field> fields = fields(checked);
    String label = label(fields);
    return new LayerDefinition(
        id,
        title(wanted.title()),
        Text.of("", ""),
        department,
        kind,
        null,
        style(wanted.style(), kind),
        visibility(wanted.visibility()),
        new LayerDefinition.ZoomRange(0, DEEPEST_ZOOM),
        null,
        LocalDate.ofInstant(clock.instant(), CityTime.ZONE),
        ORDER,
        false,
        label == null ? null : Text.same(label),
        label == null ? List.of() : List.of(label),
        null,
        Edits.NONE,
        null,
        fields,
        key(wanted.key(), fields));
  }

  /** A new layer's key may be named as the file names it. */
  private static @Nullable String key(@Nullable String wanted, List<Field> fields) {
    if (wanted == null || wanted.isBlank()) {
      return null;
    }
    return fields.stream()
        .filter(field -> field.name().equals(wanted) || field.from().equals(wanted))
        .findFirst()
        .map(Field::name)
        .orElseThrow(
            () ->
                Problem.Invalid.parameter(
                    "key",
                    wanted,
                    Text.same(String.join(", ", fields.stream().map(Field::from).toList()))));
  }

  private static GeometryKind kind(Shape shape) {
    return switch (shape) {
      case POINT, MULTIPOINT -> GeometryKind.POINT;
      case LINE -> GeometryKind.LINE;
      case POLYGON -> GeometryKind.POLYGON;
      case ANY -> GeometryKind.MIXED;
      case NONE -> GeometryKind.NONE;
    };
  }

  private static List<Field> fields(Checked checked) {
    List<String> ids = FieldIds.of(checked.fields());
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      String name = checked.fields().get(i).name();
      fields.add(
          new Field(ids.get(i), name, Text.same(name), checked.types().get(i), null, null, false));
    }
    return fields;
  }

  /** The field that most likely names a feature. */
  private static @Nullable String label(List<Field> fields) {
    return fields.stream()
        .filter(field -> field.type() == ColumnType.TEXT)
        .filter(field -> field.from().toLowerCase(Locale.ROOT).matches("name|名称|mc|.*名称|.*name"))
        .findFirst()
        .map(Field::name)
        .orElse(null);
  }

  private static Text title(@Nullable Text title) {
    String zh = title == null || title.zh() == null ? "" : title.zh().strip();
    String en = title == null || title.en() == null ? "" : title.en().strip();
    if (zh.isEmpty() && en.isEmpty()
        || zh.length() > LONGEST_TITLE
        || en.length() > LONGEST_TITLE) {
      throw Problem.Invalid.parameter(
          "title", zh + en, Text.of("1 至 200 个字符的标题", "a title of 1 to 200 characters"));
    }
    return Text.of(zh.isEmpty() ? en : zh, en.isEmpty() ? zh : en);
  }

  private String style(@Nullable String style, GeometryKind kind) {
    if (style != null && !style.isBlank()) {
      if (styles.find(style).isEmpty()) {
        throw Problem.Invalid.parameter(
            "style", style, Text.of("已有样式的编号", "the id of a style that there is"));
      }
      return style;
    }
    return switch (kind) {
      case POINT, NONE -> "default-point";
      case LINE -> "default-line";
      case POLYGON, MIXED -> "default-polygon";
    };
  }

  private static Visibility visibility(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Visibility.DEPARTMENT;
    }
    for (Visibility visibility : Visibility.values()) {
      if (visibility.tag().equals(text)) {
        return visibility;
      }
    }
    throw Problem.Invalid.parameter("visibility", text, Text.same("public, staff, department"));
  }
}
