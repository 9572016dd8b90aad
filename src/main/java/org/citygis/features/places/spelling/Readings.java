package org.citygis.features.places.spelling;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How characters are read: every reading in pinyin without tones, in lower case. A reading with ü
 * is there as it is typed: lv, lu and (as in passports) lyu.
 */
final class Readings {
  private static final String[] NONE = {};

  private static final int[] CHARACTERS;

  /** For each character the place of its readings in {@link #SETS}. */
  private static final char[] SET_OF;

  private static final String[][] SETS;

  /** For each set its initial letters: a bit for each, a the lowest. */
  private static final int[] INITIALS;

  private static final Set<String> READINGS = new HashSet<>();
  private static final Set<String> BEGINNINGS = new HashSet<>();

  /** The same as {@link #INITIALS} for the common characters, which are asked most. */
  private static final int[] COMMON = new int[Simplified.LAST - Simplified.FIRST + 1];

  static {
    Map<Integer, String> entries = Dictionary.read("/pinyin_dict_char.txt", ':');
    CHARACTERS = new int[entries.size()];
    SET_OF = new char[entries.size()];
    List<String[]> sets = new ArrayList<>();
    Map<Set<String>, Character> known = new HashMap<>();
    int at = 0;
    for (Map.Entry<Integer, String> entry : entries.entrySet()) {
      Set<String> spellings = spellings(entry.getValue());
      CHARACTERS[at] = entry.getKey();
      SET_OF[at] =
          known.computeIfAbsent(
              spellings,
              set -> {
                sets.add(set.toArray(String[]::new));
                return (char) (sets.size() - 1);
              });
      at++;
    }
    SETS = sets.toArray(String[][]::new);
    INITIALS = Arrays.stream(SETS).mapToInt(Readings::initials).toArray();
    for (int i = 0; i < COMMON.length; i++) {
      int place = find(Simplified.FIRST + i);
      COMMON[i] = place < 0 ? 0 : INITIALS[SET_OF[place]];
    }
    for (String[] set : SETS) {
      READINGS.addAll(Arrays.asList(set));
      for (String spelling : set) {
        for (int end = 1; end <= spelling.length(); end++) {
          BEGINNINGS.add(spelling.substring(0, end));
        }
      }
    }
  }

  private Readings() {}

  /** Empty for what is no Chinese character. */
  static String[] of(int codePoint) {
    int at = find(codePoint);
    return at < 0 ? NONE : SETS[SET_OF[at]];
  }

  /** The letters with which the readings begin, a bit for each, a the lowest; 0 without any. */
  static int initials(int codePoint) {
    int place = codePoint - Simplified.FIRST;
    if (place >= 0 && place < COMMON.length) {
      return COMMON[place];
    }
    int at = find(codePoint);
    return at < 0 ? 0 : INITIALS[SET_OF[at]];
  }

  static boolean isReading(String letters) {
    return READINGS.contains(letters);
  }

  /** Whether some reading begins so. */
  static boolean isBeginning(String letters) {
    return BEGINNINGS.contains(letters);
  }

  private static int find(int codePoint) {
    return codePoint < CHARACTERS[0] ? -1 : Arrays.binarySearch(CHARACTERS, codePoint);
  }

  private static int initials(String[] spellings) {
    int initials = 0;
    for (String spelling : spellings) {
      initials |= 1 << (spelling.charAt(0) - 'a');
    }
    return initials;
  }

  /** Of readings with tone marks, a comma between them. */
  private static Set<String> spellings(String readings) {
    Set<String> spellings = new LinkedHashSet<>();
    for (String reading : readings.split(",")) {
      String plain =
          Normalizer.normalize(reading, Normalizer.Form.NFD)
              .replace("u\u0308", "v")
              .replaceAll("[^a-z]", "");
      if (plain.indexOf('v') >= 0) {
        spellings.add(plain.replace("v", "u"));
        spellings.add(plain.replace("v", "yu"));
      }
      if (!plain.isEmpty()) {
        spellings.add(plain);
      }
    }
    return spellings;
  }
}
