package org.citygis.features.places;

import java.util.List;
import java.util.Set;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.Layer;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Visibility;
import org.citygis.security.AccessDecision;
import org.citygis.text.Text;

/** Layers that are only known by name, for tests that read no rows. */
final class TestLayers {
  private TestLayers() {}

  static OpenLayer open(String id) {
    LayerDefinition definition =
        new LayerDefinition(
            id,
            Text.same(id),
            Text.same(id),
            "department",
            GeometryKind.POINT,
            null,
            "style",
            Visibility.PUBLIC,
            new LayerDefinition.ZoomRange(0, 22),
            null,
            null,
            1,
            false,
            null,
            List.of(),
            null,
            false,
            null,
            List.of());
    return new OpenLayer(
        new Layer(definition, null, 0), AccessDecision.allowed(Set.of(), Text.same("test")));
  }
}
