package org.citygis.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * One line of the trail.
 *
 * @param number 1, 2, 3 … without gaps
 * @param at to the microsecond
 * @param who sign-in name
 * @param object what it was done to, such as {@code incidents/17}
 */
record AuditEntry(
    long number, Instant at, String who, String action, String object, String detail) {

  AuditEntry {
    at = at.truncatedTo(ChronoUnit.MICROS);
    who = storable(who, 100);
    action = storable(action, 60);
    object = storable(object, 300);
    detail = storable(detail, 4_000);
  }

  /** SHA-256 over the previous hash and this entry, each part with its length in front. */
  String hash(String previous) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part :
          new String[] {
            previous, String.valueOf(number), at.toString(), who, action, object, detail
          }) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** Without what a database cannot keep: NUL, halves of surrogate pairs; and no line breaks. */
  private static String storable(String text, int longest) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .takeWhile(c -> kept.length() + Character.charCount(c) <= longest)
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
