package org.citygis.ingest.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** Ways in which a name in a file can be that of a field. */
public final class FieldNaming {
  private static final int DBF_NAME_BYTES = 10;
  private static final Charset GB18030 = Charset.forName("GB18030");

  private FieldNaming() {}

  /** Without regard to case, width, blanks, hyphens and underscores. */
  static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s_\\-.·]+", "");
  }

  /** Whether the name is what a .dbf keeps of the wanted one. */
  public static boolean isCut(String found, String name) {
    return isCut(found, name, StandardCharsets.UTF_8) || isCut(found, name, GB18030);
  }

  /** Whether the name fills a .dbf's field name with the beginning of the wanted one. */
  private static boolean isCut(String found, String name, Charset charset) {
    byte[] whole = name.getBytes(charset);
    if (whole.length <= DBF_NAME_BYTES) {
      return false;
    }
    byte[] have = found.getBytes(charset);
    // The last character may have been cut in half and dropped.
    return have.length > DBF_NAME_BYTES - charset.newEncoder().maxBytesPerChar()
        && have.length <= DBF_NAME_BYTES
        && new String(Arrays.copyOf(whole, have.length), charset).equalsIgnoreCase(found);
  }
}
