package org.citygis.maps;

import org.citygis.catalog.Catalog;
import org.citygis.catalog.OpenLayer;
import org.citygis.style.Legend;
import org.citygis.style.Style;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The legends of layers, with what their codes mean. */
@Component
public class Legends {
  private final Catalog catalog;

  Legends(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param zoom at which the map is shown, null for all zooms
   */
  public Legend of(OpenLayer layer, Style style, @Nullable Double zoom) {
    return Legend.of(
        style,
        zoom,
        layer.definition().title(),
        (name, code) ->
            layer.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .flatMap(field -> catalog.findLabel(field, code)));
  }
}
