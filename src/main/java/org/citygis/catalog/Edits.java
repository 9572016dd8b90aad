package org.citygis.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how single features of a layer may be changed. Declared as {@code false}, {@code
 * true}, {@code guarded}, or by the address of the service that alone changes them.
 *
 * @param guarded whether a change has to say which state of the feature it is made from
 * @param service address of the service that changes them by rules of its own, null for none
 */
public record Edits(boolean allowed, boolean guarded, @Nullable String service) {
  public static final Edits NONE = new Edits(false, false, null);
  public static final Edits FREE = new Edits(true, false, null);
  public static final Edits GUARDED = new Edits(true, true, null);

  private static final String GUARDED_TAG = "guarded";

  /** What a declaration or a stored definition says; null where it says nothing of the kind. */
  static @Nullable Edits find(@Nullable Object declared) {
    String text = String.valueOf(declared);
    return switch (text) {
      case "null", "false" -> NONE;
      case "true" -> FREE;
      case GUARDED_TAG -> GUARDED;
      default -> text.startsWith("/") ? new Edits(true, false, text) : null;
    };
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Edits stored(Object value) {
    Edits edits = find(value);
    if (edits == null) {
      throw new IllegalArgumentException("not a way to edit: " + value);
    }
    return edits;
  }

  @JsonValue
  Object tag() {
    return service != null ? service : guarded ? GUARDED_TAG : (Object) allowed;
  }
}
