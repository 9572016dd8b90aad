package org.citygis.ingest.doctor;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Mixes values to numbers of 64 bits: among ten million different rows two share one with a
 * probability of three in a million.
 */
final class Hash {
  static final long START = 0x9E3779B97F4A7C15L;

  private static final long ODD = 0xD6E8FEB86659FD93L;

  private Hash() {}

  static long add(long hash, long value) {
    long mixed = (hash ^ value) * ODD;
    return mixed ^ (mixed >>> 32);
  }

  static long add(long hash, double value) {
    // Zero has two signs and one place.
    return add(hash, Double.doubleToRawLongBits(value + 0.0));
  }

  static long add(long hash, String text) {
    long mixed = add(hash, (long) text.length());
    for (int i = 0; i < text.length(); i++) {
      mixed = (mixed ^ text.charAt(i)) * ODD;
    }
    return mixed ^ (mixed >>> 29);
  }

  static long add(long hash, @Nullable Object value) {
    return switch (value) {
      case null -> add(hash, 1L);
      case String text -> add(hash, text);
      case Long number -> add(hash, number.longValue());
      case Double number -> add(hash, number.doubleValue());
      case LocalDate day -> add(hash, day.toEpochDay());
      default -> add(hash, value.toString());
    };
  }

  /** Spreads all bits over all others, so that any of them tell hashes apart. */
  static long finish(long hash) {
    long mixed = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
