package org.citygis.maps.draw;

import java.util.LinkedHashMap;
import java.util.Map;
import org.citygis.maps.font.Lettering;
import org.citygis.style.Symbolizer;
import org.geotools.filter.FilterAttributeExtractor;
import org.jspecify.annotations.Nullable;

/**
 * One symbol of one rule, and what it draws: a batch for each look that it takes. Where its values
 * do not depend on the feature that is one.
 */
final class Slot {
  final Symbolizer symbolizer;
  final boolean constant;
  final Map<Ink, Batch> batches = new LinkedHashMap<>();
  private @Nullable Ink constantInk;
  private @Nullable Lettering constantLettering;
  private final boolean constantFace;

  /**
   * @param symbolizer with its lengths in pixels
   */
  Slot(Symbolizer symbolizer) {
    this.symbolizer = symbolizer;
    FilterAttributeExtractor extractor = new FilterAttributeExtractor();
    symbolizer.values().forEach(value -> value.accept(extractor, null));
    constant = extractor.getAttributeNameSet().isEmpty();
    constantFace = symbolizer instanceof Symbolizer.Label label && isConstant(label);
  }

  /** Whether all that {@link Lettering} tells is the same for all features. */
  private static boolean isConstant(Symbolizer.Label label) {
    FilterAttributeExtractor extractor = new FilterAttributeExtractor();
    label.values().filter(value -> value != label.text()).forEach(v -> v.accept(extractor, null));
    return extractor.getAttributeNameSet().isEmpty();
  }

  Lettering lettering(Symbolizer.Label label, Object feature) {
    if (!constantFace) {
      return Resolver.lettering(label, feature);
    }
    if (constantLettering == null) {
      constantLettering = Resolver.lettering(label, feature);
    }
    return constantLettering;
  }

  /** Null for a label, which is not ink of a layer. */
  @Nullable Ink ink(@Nullable Object feature) {
    if (!constant) {
      return Resolver.ink(symbolizer, feature);
    }
    if (constantInk == null) {
      constantInk = Resolver.ink(symbolizer, null);
    }
    return constantInk;
  }

  Batch batch(Ink ink) {
    return batches.computeIfAbsent(ink, key -> new Batch());
  }
}
