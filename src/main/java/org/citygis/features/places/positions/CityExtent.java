package org.citygis.features.places.positions;

import java.util.List;
import java.util.Optional;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/** Where the city is, as its public layers tell. */
@Component
class CityExtent {
  private final Layers layers;

  CityExtent(Layers layers) {
    this.layers = layers;
  }

  /**
   * The box, in longitude and latitude, around the layers that a new visitor's map shows; around
   * all public layers where it shows none.
   */
  Optional<Box> find() {
    List<OpenLayer> open = layers.list(User.ANONYMOUS, Action.QUERY);
    List<OpenLayer> shown = open.stream().filter(it -> it.definition().initial()).toList();
    return around(shown).or(() -> around(open));
  }

  private static Optional<Box> around(List<OpenLayer> layers) {
    Envelope all = new Envelope();
    for (OpenLayer layer : layers) {
      Box box = layer.layer().currentVersion().bbox();
      if (box != null) {
        all.expandToInclude(box.envelope());
      }
    }
    return all.isNull() ? Optional.empty() : Optional.of(Box.of(all));
  }
}
