package org.citygis.features.places.spelling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Dictionaries of single characters that libraries bring along: a character, a sign, the rest. */
final class Dictionary {
  private Dictionary() {}

  /**
   * What the dictionary says of each character, by code point.
   *
   * @param sign what stands between the character and the rest of its line
   */
  static Map<Integer, String> read(String resource, char sign) {
    Map<Integer, String> entries = new TreeMap<>();
    try (InputStream in = Dictionary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no dictionary " + resource + " on the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int at = line.indexOf(sign);
        if (at > 0 && line.codePointCount(0, at) == 1) {
          entries.put(line.codePointAt(0), line.substring(at + 1).strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }
}
