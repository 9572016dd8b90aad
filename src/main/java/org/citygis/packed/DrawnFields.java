package org.citygis.packed;

import java.util.List;
import java.util.Set;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.LayerDefinition;
import org.citygis.style.Style;
import org.citygis.style.Styles;

/** Which fields of a layer its style makes a map of a zoom look at. */
public final class DrawnFields {
  /** From here on shapes carry all their values; before, those that drawing looks at. */
  private static final int ALL = 14;

  private final LayerDefinition layer;
  private final Style style;

  private DrawnFields(LayerDefinition layer, Style style) {
    this.layer = layer;
    this.style = style;
  }

  public static DrawnFields of(LayerDefinition layer, Styles styles) {
    Style style =
        styles
            .find(layer.style())
            .orElseGet(
                () ->
                    styles.get(
                        switch (layer.geometry()) {
                          case POINT -> "default-point";
                          case LINE -> "default-line";
                          case POLYGON, MIXED, NONE -> "default-polygon";
                        }));
    return new DrawnFields(layer, style);
  }

  public Style style() {
    return style;
  }

  /** The fields that symbols depend on. */
  public Set<String> classFields() {
    return style.classFields();
  }

  /** Those of the fields that tiles of a zoom carry, in the given order. */
  public List<String> at(int zoom, List<String> fields) {
    if (zoom >= ALL || layer.geometry() == GeometryKind.POINT) {
      return List.copyOf(fields);
    }
    // The portal draws a tile at its own zoom and, 512 pixels wide, at the next.
    Set<String> drawn = style.fields(zoom, zoom + 1);
    return fields.stream().filter(drawn::contains).toList();
  }
}
