package org.citygis.catalog;

import java.util.Map;
import org.citygis.security.User;
import org.jspecify.annotations.Nullable;

/**
 * What a new version remembers of how it came about.
 *
 * @param source name of the file it came from
 * @param lineage fit for JSON: files, mode, mapping, reference systems, counts and the like
 * @param base what the version was made from; null where it may replace whatever is there
 */
public record VersionNotes(
    User by, String source, Map<String, Object> lineage, @Nullable Base base) {
  private static final int LONGEST_SOURCE = 500;

  /**
   * The state of a layer that a version builds on.
   *
   * @param version null before the first one
   * @param revision null where single edits since do not matter
   */
  public record Base(@Nullable Integer version, @Nullable Long revision) {}

  public VersionNotes {
    source =
        source.length() <= LONGEST_SOURCE ? source : source.substring(0, LONGEST_SOURCE - 1) + "…";
    lineage = Map.copyOf(lineage);
  }

  public static VersionNotes of(User by, String source) {
    return new VersionNotes(by, source, Map.of(), null);
  }
}
