package org.citygis.style;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citygis.audit.Audit;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.Layer;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The styles as somebody may see and change them. A saved style is as visible as its layer, since
 * class breaks and codes tell of the data; those of files name only what is declared. Who may
 * publish the layer may save, delete and choose its styles.
 */
@Component
public class StyleShelf {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
  private static final int LONGEST = 1_000_000;

  private final Styles styles;
  private final Layers layers;
  private final Catalog catalog;
  private final Audit audit;
  private final Clock clock;

  StyleShelf(Styles styles, Layers layers, Catalog catalog, Audit audit, Clock clock) {
    this.styles = styles;
    this.layers = layers;
    this.catalog = catalog;
    this.audit = audit;
    this.clock = clock;
  }

  /** The styles that the user may see, by id. */
  public List<StyleSheet> list(User user) {
    Set<String> seen =
        layers.list(user, Action.VIEW).stream()
            .map(open -> open.layer().id())
            .collect(Collectors.toSet());
    return styles.sheets().stream()
        .filter(sheet -> sheet.layer() == null || seen.contains(sheet.layer()))
        .toList();
  }

  /**
   * The style of this id.
   *
   * @throws Problem.NotFound when there is none, or the user may not know of it
   */
  public StyleSheet get(User user, String id) {
    StyleSheet sheet = styles.findSheet(id).orElseThrow(() -> Styles.unknown(id));
    if (sheet.layer() != null) {
      try {
        layers.open(user, sheet.layer(), Action.VIEW);
      } catch (Problem.NotFound e) {
        throw Styles.unknown(id);
      }
    }
    return sheet;
  }

  /** The styles to choose from for a layer, the one that it is drawn in first. */
  public List<StyleSheet> list(OpenLayer layer) {
    return styles.listFor(layer.definition(), declared(layer));
  }

  /** One of {@link #list(OpenLayer)}; the first when no id is given. */
  public StyleSheet choose(OpenLayer layer, @Nullable String id) {
    List<StyleSheet> all = list(layer);
    if (id == null) {
      return all.get(0);
    }
    return all.stream()
        .filter(sheet -> sheet.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.Invalid.parameter(
                    "style",
                    id,
                    Text.same(String.join(", ", all.stream().map(StyleSheet::id).toList()))));
  }

  /** A text as a style of the layer, without keeping it. */
  public StyleSheet read(OpenLayer layer, String id, String sld) {
    if (sld.length() > LONGEST) {
      throw new Problem.TooLarge(
          Text.of(
              "样式有 %d 个字符，最多 %d 个。".formatted(sld.length(), LONGEST),
              "The style has %d characters; at most %d are taken."
                  .formatted(sld.length(), LONGEST)));
    }
    return styles.read(id, layer.layer().id(), sld);
  }

  /**
   * Keeps a style as a new version.
   *
   * @param layer opened for publishing
   * @param expected the etag of the version that it replaces, null for whichever there is
   */
  public StyleSheet save(
      User user, OpenLayer layer, String id, String sld, @Nullable String expected) {
    String layerId = layer.layer().id();
    StyleSheet before = styles.findSheet(id).orElse(null);
    check(id, before, layerId, expected);
    read(layer, id, sld);
    add(user, id, layerId, sld);
    audit.record(user, "save-style", "styles/" + id, "layer " + layerId);
    return styles.findSheet(id).orElseThrow(() -> Styles.unknown(id));
  }

  /**
   * Deletes a saved style.
   *
   * @throws Problem.Conflict when a layer is drawn in it
   */
  public void delete(User user, String id, @Nullable String expected) {
    StyleSheet sheet = get(user, id);
    check(id, sheet, sheet.layer(), expected);
    String layerId = Objects.requireNonNull(sheet.layer());
    layers.open(user, layerId, Action.PUBLISH);
    List<String> users =
        layers.all().stream()
            .map(Layer::definition)
            .filter(layer -> layer.style().equals(id))
            .map(LayerDefinition::id)
            .toList();
    if (!users.isEmpty()) {
      String list = String.join(", ", users);
      throw new Problem.Conflict(
          Text.of(
              "样式 %s 正用于图层 %s，请先为图层换一个默认样式。".formatted(id, list),
              "Layer %2$s is drawn in style %1$s; give the layer another default style first."
                  .formatted(id, list)));
    }
    add(user, id, layerId, null);
    audit.record(user, "delete-style", "styles/" + id, "layer " + layerId);
  }

  /** Draws the layer in one of its styles; the declared one needs no record. */
  public void choose(User user, OpenLayer layer, String id) {
    StyleSheet sheet = choose(layer, id);
    layers.restyle(layer, sheet.id().equals(declared(layer)) ? null : sheet.id());
    audit.record(user, "choose-style", "layers/" + layer.layer().id(), "style " + id);
  }

  private String declared(OpenLayer layer) {
    return catalog
        .findDeclared(layer.layer().id())
        .map(LayerDefinition::style)
        .orElse(layer.definition().style());
  }

  private void add(User user, String id, String layer, @Nullable String sld) {
    int before = styles.records().newest().getOrDefault(id, 0);
    try {
      styles
          .records()
          .add(
              new StyleRecords.Saved(
                  id,
                  before + 1,
                  layer,
                  sld,
                  clock.instant().truncatedTo(ChronoUnit.MILLIS),
                  user.name()));
    } catch (DuplicateKeyException e) {
      throw new Problem.Conflict(
          Text.of(
              "样式 %s 刚刚被别人修改，请重新读取。".formatted(id),
              "Style %s has just been changed by somebody else; read it again.".formatted(id)));
    }
    styles.refresh();
  }

  private static void check(
      String id, @Nullable StyleSheet before, @Nullable String layer, @Nullable String expected) {
    if (!ID.matcher(id).matches()) {
      throw Problem.Invalid.parameter(
          "style",
          id,
          Text.of(
              "小写字母、数字、- 和 _，不超过 64 个字符", "small letters, digits, - and _, at most 64 characters"));
    }
    if (before != null && before.isFile()) {
      throw new Problem.NotSupported(
          Text.of(
              "样式 %s 来自文件，不能修改；请另存为其他编号。".formatted(id),
              "Style %s comes from a file and is not changed here; save it under another id."
                  .formatted(id)),
          Set.of("GET", "HEAD"));
    }
    if (before != null && !Objects.equals(before.layer(), layer)) {
      throw new Problem.Conflict(
          Text.of(
              "编号 %s 已用于图层 %s 的样式，请换一个编号。".formatted(id, before.layer()),
              "Id %s is that of a style of layer %s; take another id."
                  .formatted(id, before.layer())));
    }
    if (expected != null && (before == null || !before.etag().equals(expected))) {
      throw new Problem.Outdated(
          Text.of(
              "样式 %s 已不是您所读取的那一版。".formatted(id),
              "Style %s is not any more the version that you read.".formatted(id)));
    }
  }
}
