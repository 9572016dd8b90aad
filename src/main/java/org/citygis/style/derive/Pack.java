package org.citygis.style.derive;

import java.util.ArrayList;
import java.util.List;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A published table of codes with the colours that are customary for them. A longer code is a part
 * of the shorter one that it begins with.
 *
 * @param classes in the order of the table
 */
record Pack(String id, Text title, List<CodeClass> classes) {

  /**
   * One code.
   *
   * @param color {@code #rrggbb}
   * @param hatch a mark, with its colour, that tells it from its neighbours beside the colour; null
   *     for none
   */
  record CodeClass(String code, Text title, String color, @Nullable Hatch hatch) {}

  /** Marks over a colour. */
  record Hatch(String mark, String color) {}

  Pack {
    classes = List.copyOf(classes);
  }

  /**
   * A pack from its file: a line {@code # id | 中文 | English}, then lines {@code
   * code,中文,English,#rrggbb[,mark,#rrggbb]}.
   */
  static Pack read(String id, List<String> lines) {
    String[] head = lines.get(0).substring(1).split("\\|");
    List<CodeClass> classes = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] part = line.split(",");
        if (part.length != 4 && part.length != 6) {
          throw new IllegalArgumentException(
              "pack %s: '%s' has %d columns, not 4 or 6".formatted(id, line, part.length));
        }
        classes.add(
            new CodeClass(
                part[0].strip(),
                Text.of(part[1].strip(), part[2].strip()),
                part[3].strip(),
                part.length == 6 ? new Hatch(part[4].strip(), part[5].strip()) : null));
      }
    }
    return new Pack(id, Text.of(head[0].strip(), head[1].strip()), classes);
  }

  /** The class of a value: the longest code that it begins with; null when there is none. */
  @Nullable CodeClass classOf(String value) {
    CodeClass found = null;
    for (CodeClass one : classes) {
      if (value.startsWith(one.code)
          && (found == null || one.code.length() > found.code.length())) {
        found = one;
      }
    }
    return found;
  }

  /** The longer codes of other classes that begin with this one. */
  List<String> within(CodeClass whole, List<CodeClass> others) {
    return others.stream()
        .map(CodeClass::code)
        .filter(code -> code.startsWith(whole.code) && !code.equals(whole.code))
        .toList();
  }
}
