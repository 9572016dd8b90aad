package org.citygis.storage;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a load takes over from the version before it.
 *
 * @param before that version's table, null for a layer's first version
 * @param key column that tells which rows of the two are the same thing, null where none does; an
 *     upsert needs one
 * @param given columns that the loaded rows fill; an upsert takes the others over
 * @param givenShapes whether they bring shapes; otherwise an upsert takes these over, too
 * @param counted whether the difference is wanted even where all content of two large tables has to
 *     be compared for it
 */
public record Takeover(
    Mode mode,
    @Nullable FeatureTable before,
    @Nullable String key,
    Set<String> given,
    boolean givenShapes,
    boolean counted) {

  /** How loaded rows and the rows before them become one table. */
  public enum Mode {
    /** The loaded rows only. */
    REPLACE,
    /** All rows before, then the loaded ones. */
    APPEND,
    /** A loaded row takes the place of the row with its key; other rows before stay. */
    UPSERT
  }

  /** A table that is made of the loaded rows alone. */
  public static final Takeover NOTHING =
      new Takeover(Mode.REPLACE, null, null, Set.of(), true, false);

  public Takeover {
    given = Set.copyOf(given);
    if (mode == Mode.UPSERT && before != null && key == null) {
      throw new IllegalArgumentException("an upsert needs a key");
    }
  }

  /** Whether the loaded rows wait in a table of their own until they are joined. */
  boolean isJoined() {
    return mode == Mode.UPSERT && before != null;
  }
}
