package org.citygis.history;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change of one feature.
 *
 * @param number grows from change to change
 * @param version of the layer in which it happened
 * @param by sign-in name
 * @param restores number of the change that this one took back, null for any other change
 * @param before whole row by column as JSON keeps it, null where the feature was created
 * @param after the same afterwards, null where it was deleted
 * @param moved whether the shape changed; only then are shapes kept
 * @param shapeBefore EWKB, x easting or longitude
 */
public record FeatureChange(
    long number,
    int version,
    long fid,
    Kind kind,
    Instant at,
    String by,
    @Nullable Long restores,
    @Nullable Map<String, @Nullable Object> before,
    @Nullable Map<String, @Nullable Object> after,
    boolean moved,
    byte @Nullable [] shapeBefore,
    byte @Nullable [] shapeAfter) {

  /** What a change does. */
  public enum Kind {
    CREATED,
    CHANGED,
    DELETED;

    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
