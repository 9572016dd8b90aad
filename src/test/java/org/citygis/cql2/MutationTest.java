package org.citygis.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.citygis.geo.Crs;
import org.citygis.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Filters that were broken at random are read or refused, and never anything else. */
class MutationTest {
  private static final String SIGNS = "()'\"\\,.+-*/%^<>=[]{}:; \n\0eE019azAZ_武𠮷ANDORNOTINLIKE";

  @ParameterizedTest
  @EnumSource(FilterLanguage.class)
  void brokenFiltersAreOnlyEverRefused(FilterLanguage language) {
    List<String> valid =
        new ArrayList<>(
            (language == FilterLanguage.JSON ? StandardExamples.JSON : StandardExamples.TEXT)
                .values());
    valid.add("S_INTERSECTS(geometry, POINT(30.6 114.3)) AND floors > 5");
    Random random = new Random(2026);
    for (int i = 0; i < 20_000; i++) {
      String filter = mutated(valid.get(random.nextInt(valid.size())), random);
      try {
        RefusalTest.compile(language, filter, random.nextBoolean() ? Crs.CRS84 : Crs.epsg(4490));
      } catch (Problem.Invalid | Problem.TooLarge refused) {
        // that is what it is for
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError(filter, e);
      }
    }
  }

  private static String mutated(String filter, Random random) {
    StringBuilder text = new StringBuilder(filter);
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && !text.isEmpty(); i++) {
      int at = random.nextInt(text.length());
      char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
      switch (random.nextInt(5)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, sign);
        case 2 -> text.setCharAt(at, sign);
        case 3 -> text.delete(at, Math.min(text.length(), at + random.nextInt(10)));
        default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 12)));
      }
    }
    return replaced(text.toString(), random);
  }

  /** Names of the layer, so that broken filters are compiled too. */
  private static String replaced(String text, Random random) {
    return random.nextBoolean()
        ? text
        : text.replaceAll("value|foo|owner|eo:cloud_cover", "floors")
            .replaceAll("starts_at|ends_at|updated_at|built", "seen");
  }
}
