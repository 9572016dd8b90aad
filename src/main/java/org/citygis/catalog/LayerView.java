package org.citygis.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.citygis.geo.Box;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A layer as {@code /api/layers} tells it: what the user may know of it. Boxes are west, south,
 * east, north.
 */
record LayerView(
    String id,
    Text title,
    @JsonProperty("abstract") Text summary,
    String department,
    String geometry,
    String visibility,
    String style,
    LayerDefinition.ZoomRange zoom,
    @Nullable Text attribution,
    @Nullable LocalDate updated,
    int order,
    boolean initial,
    @Nullable Text label,
    List<String> search,
    @Nullable String time,
    Edits edits,
    boolean editable,
    @Nullable String dispatch,
    @Nullable String key,
    List<FieldView> fields,
    @Nullable String crs,
    double @Nullable [] bbox,
    long count,
    int version,
    long revision,
    String etag,
    Links links) {

  record FieldView(
      String name,
      Text alias,
      String type,
      @Nullable String unit,
      @Nullable String codes,
      @Nullable String format,
      boolean required,
      @JsonProperty("readonly") boolean readOnly,
      @Nullable Integer longest) {}

  record Links(String tiles, String tilejson, String items, String style) {}

  /**
   * @param editable whether the user may change single features, by the interface for all layers
   */
  static LayerView of(OpenLayer open, boolean editable, String base) {
    LayerDefinition definition = open.definition();
    LayerVersion version = open.layer().currentVersion();
    GeometryColumn geometry = version.table().geometry();
    String id = definition.id();
    return new LayerView(
        id,
        definition.title(),
        definition.summary(),
        definition.department(),
        definition.geometry().tag(),
        definition.visibility().tag(),
        definition.style(),
        definition.zoom(),
        definition.attribution(),
        definition.updated(),
        definition.order(),
        definition.initial(),
        definition.label(),
        definition.search(),
        definition.time(),
        definition.edits(),
        editable,
        definition.dispatch(),
        open.fields().stream()
            .map(Field::name)
            .filter(name -> name.equals(definition.key()))
            .findFirst()
            .orElse(null),
        open.fields().stream().map(LayerView::field).toList(),
        geometry == null ? null : geometry.crs().code(),
        bbox(version.bbox()),
        version.rows(),
        version.number(),
        open.layer().revision(),
        open.layer().etag(),
        new Links(
            base + "/tiles/" + id + "/{z}/{x}/{y}.mvt?v=" + open.layer().etag(),
            base + "/tiles/" + id + ".json",
            base + "/ogc/collections/" + id + "/items",
            base + "/api/styles/" + definition.style()));
  }

  private static FieldView field(Field field) {
    String type = field.type().name().toLowerCase(Locale.ROOT);
    return new FieldView(
        field.name(),
        field.alias(),
        type,
        field.unit(),
        field.codes(),
        field.format() == null ? null : field.format().name().toLowerCase(Locale.ROOT),
        field.rules().required(),
        field.rules().readOnly(),
        field.rules().longest());
  }

  private static double @Nullable [] bbox(@Nullable Box box) {
    return box == null ? null : new double[] {box.minX(), box.minY(), box.maxX(), box.maxY()};
  }
}
