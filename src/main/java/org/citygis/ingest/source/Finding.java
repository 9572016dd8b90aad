package org.citygis.ingest.source;

import java.util.List;
import java.util.regex.Pattern;
import org.citygis.text.Text;

/**
 * One thing that is wrong with a file.
 *
 * @param row the row's number from 1; 0 where it concerns the whole layer
 * @param arguments what the messages of the defect name
 */
public record Finding(long row, Defect defect, List<String> arguments) {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  public Finding {
    arguments = List.copyOf(arguments);
  }

  public static Finding of(long row, Defect defect, Object... arguments) {
    return new Finding(
        row,
        defect,
        List.of(arguments).stream().map(Object::toString).map(Finding::shown).toList());
  }

  /** What is wrong, in words. */
  public Text message() {
    Text words = defect.words();
    Object[] named = arguments.toArray();
    return Text.of(words.zh().formatted(named), words.en().formatted(named));
  }

  /** What comes out of a stranger's file is shortened and freed of control characters. */
  private static String shown(String text) {
    String clean = CONTROL.matcher(text).replaceAll("\uFFFD");
    return clean.length() <= 120 ? clean : clean.substring(0, 117) + "...";
  }
}
