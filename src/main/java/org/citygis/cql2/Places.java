package org.citygis.cql2;

import java.util.IdentityHashMap;
import java.util.Map;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** Where the parts of a filter stand in what the writer wrote, so that refusals can point. */
final class Places {
  static final String PARAMETER = "filter";

  private final Map<Node, Place> places = new IdentityHashMap<>();

  /** A filter that was not written by anybody. */
  static Places none() {
    return new Places();
  }

  <N extends Node> N put(N node, Place place) {
    places.putIfAbsent(node, place);
    return node;
  }

  /** Gives a node the place of the one that it was made from. */
  <N extends Node> N move(Node from, N to) {
    Place place = places.get(from);
    return place == null ? to : put(to, place);
  }

  /**
   * @param found what was written there
   * @param expected what would be right
   */
  Problem.Invalid refusal(Node node, String found, Text expected) {
    return refusal(places.get(node), found, expected);
  }

  static Problem.Invalid refusal(@Nullable Place place, String found, Text expected) {
    String shown = found.length() <= 100 ? found : found.substring(0, 100) + "…";
    String zh = place == null ? "" : place.words().zh();
    String en = place == null ? "" : ' ' + place.words().en();
    Problem.Invalid problem =
        new Problem.Invalid(
            Text.of(
                "filter %s“%s”不正确，应为%s。".formatted(zh, shown, expected.zh()),
                "In filter%s '%s' is wrong; expected %s.".formatted(en, shown, expected.en())));
    problem.about(PARAMETER, shown, expected);
    if (place != null && place.position() >= 0) {
      problem.at(place.position());
    }
    return problem;
  }
}
