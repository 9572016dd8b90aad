package org.citygis.features.edit;

import org.citygis.catalog.OpenLayer;
import org.citygis.features.ogc.RowTag;
import org.citygis.history.FeatureState;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code If-Match} (RFC 9110, 13.1.1): an edit that says which state it was made from is
 * refused when that is not the state any more.
 */
final class Precondition {
  private Precondition() {}

  /**
   * @throws Problem.Unconditional when the layer asks for a precondition and there is none
   * @throws Problem.Outdated when somebody else was faster
   */
  static void check(OpenLayer layer, long fid, FeatureState now, @Nullable String ifMatch) {
    String name = layer.layer().id() + "/" + fid;
    if (ifMatch == null) {
      if (layer.definition().edits().guarded()) {
        throw new Problem.Unconditional(
            Text.of(
                "修改 %s 须用请求头 If-Match 给出读取它时的 ETag。".formatted(name),
                "To change %s, send the ETag that you read it with in the header If-Match."
                    .formatted(name)));
      }
      return;
    }
    if (!tag(layer, fid, now).matches(ifMatch)) {
      throw new Problem.Outdated(
          Text.of(
              "要素 %s 在您读取之后已被修改；请重新读取后再改。".formatted(name),
              "Feature %s was changed after you read it; read it again, then change it."
                  .formatted(name)));
    }
  }

  static RowTag tag(OpenLayer layer, long fid, FeatureState state) {
    return RowTag.of(layer, fid, field -> state.values().get(field.name()), state.ewkb());
  }
}
