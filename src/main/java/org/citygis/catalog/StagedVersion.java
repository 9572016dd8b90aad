package org.citygis.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A version that is loaded and waits for somebody to commit it; nobody else sees it.
 *
 * @param importId the import that it came from
 * @param base what it was made from, null where it may replace whatever is there
 * @param definition of a layer that is not in the catalogue yet, null for any other
 */
public record StagedVersion(
    LayerVersion version,
    String importId,
    VersionNotes.@Nullable Base base,
    @Nullable LayerDefinition definition) {

  public String layer() {
    return version.table().layer();
  }
}
