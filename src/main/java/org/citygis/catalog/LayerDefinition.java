package org.citygis.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A layer as it is declared: what it is, whose it is, how it looks, who may see it.
 *
 * @param source the file in the sample data that its first version comes from, null when it is
 *     imported by hand
 * @param style id of the style
 * @param zoom levels between which it is drawn
 * @param updated the day its content is of
 * @param order drawing order, low below
 * @param initial whether a new visitor's map shows it
 * @param label the fields that title a feature, one per language, null when none does
 * @param search the fields that a search by name looks in
 * @param time the field that the datetime parameter looks at
 * @param edits whether and how single rows may be changed
 * @param dispatch the service whose units start from this layer's features, such as fire; null for
 *     other layers
 * @param key the field whose values tell its features apart from one version to the next, null
 *     where none does
 */
public record LayerDefinition(
    String id,
    Text title,
    Text summary,
    String department,
    GeometryKind geometry,
    @Nullable String source,
    String style,
    Visibility visibility,
    ZoomRange zoom,
    @Nullable Text attribution,
    @Nullable LocalDate updated,
    int order,
    boolean initial,
    @Nullable Text label,
    List<String> search,
    @Nullable String time,
    Edits edits,
    @Nullable String dispatch,
    List<Field> fields,
    @Nullable String key) {

  /** Levels of the Web Mercator pyramid, both ends included. */
  public record ZoomRange(int min, int max) {}

  /** A layer without key. */
  public LayerDefinition(
      String id,
      Text title,
      Text summary,
      String department,
      GeometryKind geometry,
      @Nullable String source,
      String style,
      Visibility visibility,
      ZoomRange zoom,
      @Nullable Text attribution,
      @Nullable LocalDate updated,
      int order,
      boolean initial,
      @Nullable Text label,
      List<String> search,
      @Nullable String time,
      boolean edits,
      @Nullable String dispatch,
      List<Field> fields) {
    this(
        id,
        title,
        summary,
        department,
        geometry,
        source,
        style,
        visibility,
        zoom,
        attribution,
        updated,
        order,
        initial,
        label,
        search,
        time,
        edits ? Edits.FREE : Edits.NONE,
        dispatch,
        fields,
        null);
  }

  public LayerDefinition {
    search = List.copyOf(search);
    fields = List.copyOf(fields);
  }

  /** The same layer drawn in another style. */
  public LayerDefinition withStyle(String other) {
    return new LayerDefinition(
        id,
        title,
        summary,
        department,
        geometry,
        source,
        other,
        visibility,
        zoom,
        attribution,
        updated,
        order,
        initial,
        label,
        search,
        time,
        edits,
        dispatch,
        fields,
        key);
  }

  public Optional<Field> findField(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).findFirst();
  }
}
