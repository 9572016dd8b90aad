package org.citygis.maps;

import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.OpenLayer;
import org.citygis.style.Style;
import org.citygis.style.Styles;
import org.springframework.stereotype.Component;

/** Which style draws a layer. */
@Component
public class LayerStyles {
  private final Styles styles;

  LayerStyles(Styles styles) {
    this.styles = styles;
  }

  /** The style that the layer declares, or a plain one for its kind of geometry. */
  public Style of(OpenLayer layer) {
    LayerDefinition definition = layer.definition();
    return styles
        .find(definition.style())
        .orElseGet(
            () ->
                styles.get(
                    switch (definition.geometry()) {
                      case POINT -> "default-point";
                      case LINE -> "default-line";
                      case POLYGON, MIXED, NONE -> "default-polygon";
                    }));
  }

  /**
   * A style that was asked for by name.
   *
   * @throws org.citygis.problem.Problem.NotFound when there is none
   */
  public Style named(String id) {
    return styles.get(id);
  }

  /** Changes whenever the layer may look different: its rows or its style. */
  public String state(OpenLayer layer, Style style) {
    return "%s.%s.%s.%s"
        .formatted(
            layer.layer().id(),
            layer.layer().etag(),
            Long.toString(layer.layer().currentVersion().createdAt().toEpochMilli(), 36),
            Integer.toHexString(style.hashCode()));
  }
}
