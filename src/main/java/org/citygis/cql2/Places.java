package org.citygis.cql2;

import java.util.IdentityHashMap;
import java.util.Map;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** Where the parts of a filter stand in what the writer wrote, so that refusals can point. */
final class Places {
  static final String PARAMETER = "filter";

  private final Map<Node, Text> places = new IdentityHashMap<>();

  /** A filter that was not written by anybody. */
  static Places none() {
    return new Places();
  }

  static Text character(int index) {
    return Text.of("第 %d 个字符处".formatted(index + 1), "at character " + (index + 1));
  }

  static Text pointer(String pointer) {
    return Text.of("“%s”处".formatted(pointer), "at '" + pointer + "'");
  }

  <N extends Node> N put(N node, Text place) {
    places.putIfAbsent(node, place);
    return node;
  }

  /** Gives a node the place of the one that it was made from. */
  <N extends Node> N move(Node from, N to) {
    Text place = places.get(from);
    return place == null ? to : put(to, place);
  }

  /**
   * @param found what was written there
   * @param expected what would be right
   */
  Problem.Invalid refusal(Node node, String found, Text expected) {
    return refusal(places.get(node), found, expected);
  }

  static Problem.Invalid refusal(@Nullable Text place, String found, Text expected) {
    String shown = found.length() <= 100 ? found : found.substring(0, 100) + "…";
    String zh = place == null ? "" : place.zh();
    String en = place == null ? "" : ' ' + place.en();
    Problem.Invalid problem =
        new Problem.Invalid(
            Text.of(
                "filter %s“%s”不正确，应为%s。".formatted(zh, shown, expected.zh()),
                "In filter%s '%s' is wrong; expected %s.".formatted(en, shown, expected.en())));
    problem.about(PARAMETER, shown, expected);
    return problem;
  }
}
