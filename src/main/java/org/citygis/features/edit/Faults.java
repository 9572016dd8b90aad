package org.citygis.features.edit;

import java.util.ArrayList;
import java.util.List;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/** Collects what is wrong with a body, so that one answer tells of all of it. */
final class Faults {
  private static final int MOST = 100;
  private static final int LONGEST = 80;

  private final List<Problem.Fault> faults = new ArrayList<>();

  /**
   * @param pointer JSON pointer of the member, such as {@code /properties/kind}
   */
  void add(String pointer, Text detail) {
    if (faults.size() < MOST) {
      faults.add(new Problem.Fault("#" + pointer, detail));
    }
  }

  /** A value is not what it should be. */
  void wrong(String pointer, Object value, Text expected) {
    String text = shown(value);
    add(
        pointer,
        Text.of(
            "“%s”不正确，应为%s。".formatted(text, expected.zh()),
            "'%s' is wrong; expected %s.".formatted(text, expected.en())));
  }

  int count() {
    return faults.size();
  }

  /**
   * @throws Problem.Invalid with all faults, when there are any
   */
  void throwIfAny() {
    if (faults.isEmpty()) {
      return;
    }
    Problem.Fault first = faults.getFirst();
    String more = faults.size() == 1 ? "" : " (+%d)".formatted(faults.size() - 1);
    throw new Problem.Invalid(
        Text.of(
            "%s：%s%s".formatted(first.pointer(), first.detail().zh(), more),
            "%s: %s%s".formatted(first.pointer(), first.detail().en(), more)),
        faults);
  }

  /** A name as a part of a JSON pointer in a URI fragment. */
  static String part(String name) {
    return shown(name).replace("~", "~0").replace("/", "~1");
  }

  static String shown(Object value) {
    String text = value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
