package org.citygis.catalog;

import org.citygis.problem.Problem;
import org.citygis.storage.FeatureTable;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A layer: its definition and the version that it points to.
 *
 * @param version null before the first import
 * @param revision grows with every single edit and every change of version
 */
public record Layer(LayerDefinition definition, @Nullable LayerVersion version, long revision) {

  public String id() {
    return definition.id();
  }

  /** The current version. Throws Unavailable before the first import. */
  public LayerVersion currentVersion() {
    if (version == null) {
      throw new Problem.Unavailable(
          Text.of("图层 %s 还没有数据。".formatted(id()), "Layer %s has no data yet.".formatted(id())));
    }
    return version;
  }

  public FeatureTable table() {
    return currentVersion().table();
  }

  /**
   * Changes whenever anything that can be seen of the layer's rows changes; fit for an ETag and a
   * cache key.
   */
  public String etag() {
    return (version == null ? "0" : String.valueOf(version.number())) + "." + revision;
  }
}
