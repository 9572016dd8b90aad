package org.citygis.ingest;

import org.citygis.catalog.Catalog;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.ingest.doctor.CheckOptions;
import org.citygis.ingest.doctor.ReferenceLayer;
import org.citygis.ingest.doctor.Target;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.FeatureStore;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what a user asks of a check into its options, as far as he may. */
@Component
final class CheckRequests {
  private final Layers layers;
  private final Catalog catalog;
  private final FeatureStore store;

  CheckRequests(Layers layers, Catalog catalog, FeatureStore store) {
    this.layers = layers;
    this.catalog = catalog;
    this.store = store;
  }

  /**
   * What is asked; blank or null leaves it to the file.
   *
   * @param layer id of the layer that the file is meant for
   * @param key the field that tells its features apart
   * @param reference id of the layer to compare with
   */
  record Request(
      @Nullable String encoding,
      @Nullable String crs,
      @Nullable String layer,
      @Nullable String key,
      @Nullable String reference,
      @Nullable String shift) {
    Request {
      encoding = unlessBlank(encoding);
      crs = unlessBlank(crs);
      layer = unlessBlank(layer);
      key = unlessBlank(key);
      reference = unlessBlank(reference);
      shift = unlessBlank(shift);
    }

    private static @Nullable String unlessBlank(@Nullable String text) {
      return text == null || text.isBlank() ? null : text.strip();
    }
  }

  /**
   * @throws Problem when a value is wrong or the user may not see a layer that he names
   */
  CheckOptions options(User user, Request request) {
    return new CheckOptions(
        Choices.encoding(request.encoding),
        Choices.crs(request.crs),
        target(user, request.layer, request.key),
        reference(user, request.reference),
        Choices.shift(request.shift));
  }

  private @Nullable Target target(User user, @Nullable String layer, @Nullable String key) {
    if (layer == null) {
      return null;
    }
    LayerDefinition definition = layers.open(user, layer, Action.QUERY).definition();
    if (key != null && definition.findField(key).isEmpty()) {
      throw Problem.Invalid.parameter(
          "key", key, Text.of("图层 " + layer + " 的字段", "a field of layer " + layer));
    }
    return Target.of(definition, key == null ? definition.key() : key, catalog::findCodeList);
  }

  private @Nullable ReferenceLayer reference(User user, @Nullable String reference) {
    if (reference == null) {
      return null;
    }
    OpenLayer open = layers.open(user, reference, Action.QUERY);
    return new ReferenceLayer(store, open);
  }
}
