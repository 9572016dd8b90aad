package org.citygis.features.ogc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.geo.Crs;
import org.citygis.text.Lang;
import org.jspecify.annotations.Nullable;

/**
 * Which state of a feature somebody saw: a hash of the version that its number belongs to, the
 * number, the values that he may see and the shape as it is stored. Values that he may not see are
 * left out, since a hash could be tried against guesses.
 *
 * <p>The strong entity tag of a representation is {@code "<row>-<representation>"}; {@code
 * If-Match} compares the row.
 */
public record RowTag(String row) {
  private static final int BYTES = 10;

  /**
   * @param values the value of each visible field
   * @param ewkb the shape as the database gives it, null without one
   */
  public static RowTag of(
      OpenLayer layer, long fid, Function<Field, @Nullable Object> values, byte @Nullable [] ewkb) {
    MessageDigest digest = sha256();
    text(digest, layer.table().tableName());
    text(digest, Long.toString(fid));
    for (Field field : VisibleFields.of(layer)) {
      Object value = values.apply(field);
      text(digest, field.name());
      text(digest, value == null ? null : value.toString());
    }
    if (ewkb != null) {
      digest.update(ewkb);
    }
    return new RowTag(HexFormat.of().formatHex(digest.digest(), 0, BYTES));
  }

  /** The entity tag of the feature as GeoJSON. */
  public String geoJson(Crs crs, Lang lang) {
    return "\"%s-json.%s.%s\"".formatted(row, crs.code().replace(':', '.'), lang.tag());
  }

  /**
   * Whether a precondition admits this state.
   *
   * @param ifMatch the header: {@code *}, or entity tags parted by commas, weak ones never matching
   */
  public boolean matches(String ifMatch) {
    if (ifMatch.strip().equals("*")) {
      return true;
    }
    for (String tag : ifMatch.split(",")) {
      if (tag.strip().startsWith("\"" + row + "-")) {
        return true;
      }
    }
    return false;
  }

  /** With its length in front, so that no two rows read alike. */
  private static void text(MessageDigest digest, @Nullable String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    int length = text == null ? -1 : bytes.length;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
