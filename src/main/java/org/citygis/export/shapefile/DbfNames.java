package org.citygis.export.shapefile;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Field names that fit a .dbf: ten bytes of its encoding, cut between characters, unique without
 * regard to case.
 */
final class DbfNames {
  private static final int WIDEST = 10;

  private final DbfText text;
  private final Charset charset;
  private final Set<String> taken = new HashSet<>();

  private DbfNames(Charset charset) {
    this.charset = charset;
    this.text = new DbfText(charset);
  }

  static List<String> of(List<String> wanted, Charset charset) {
    DbfNames names = new DbfNames(charset);
    List<String> all = new ArrayList<>();
    wanted.forEach(name -> all.add(names.next(name)));
    return List.copyOf(all);
  }

  private String next(String wanted) {
    String clean = clean(wanted);
    String name = cut(clean, WIDEST);
    for (int i = 1; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      String suffix = "_" + i;
      name = cut(clean, WIDEST - suffix.length()) + suffix;
    }
    return name;
  }

  /** Letters, digits and underscores, a letter first: what desktop programs take as a name. */
  private static String clean(String wanted) {
    StringBuilder kept = new StringBuilder();
    wanted
        .strip()
        .codePoints()
        .map(c -> Character.isLetterOrDigit(c) ? c : '_')
        .forEach(kept::appendCodePoint);
    boolean fit = !kept.isEmpty() && Character.isLetter(kept.codePointAt(0));
    return fit ? kept.toString() : "F" + kept;
  }

  private String cut(String name, int bytes) {
    ByteBuffer fitting = text.encode(name, bytes);
    return charset.decode(fitting).toString().replace('?', '_');
  }
}
