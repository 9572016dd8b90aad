package org.citygis.packed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.citygis.catalog.LayerDefinition;
import org.citygis.style.Styles;
import org.springframework.stereotype.Component;

/** What drawing looks at, worked out once for each layer and again after its styles changed. */
@Component
public class Drawings {
  private final Styles styles;
  private final Map<String, DrawnFields> known = new ConcurrentHashMap<>();

  Drawings(Styles styles) {
    this.styles = styles;
  }

  public DrawnFields of(LayerDefinition layer) {
    DrawnFields drawn = known.get(layer.id());
    if (drawn == null || !drawn.isOf(layer, styles)) {
      drawn = new DrawnFields(layer, styles);
      known.put(layer.id(), drawn);
    }
    return drawn;
  }
}
