package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The portal speaks two languages, and in both it says the same things. */
class DictionariesTest {
  private static final Path APP = Path.of("src/main/resources/static/app");
  private static final Pattern ENTRY = Pattern.compile("^ {2}'?([\\w.%/-]+)'?: (['\"`])(.*)\\2,$");
  private static final Pattern USE = Pattern.compile("\\bt\\(\\s*'([\\w.%/-]+)'");
  private static final Pattern TITLE = Pattern.compile("titleKey: '([\\w.]+)'");
  private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertThat(dictionary("zh").keySet())
        .isEqualTo(dictionary("en").keySet())
        .hasSizeGreaterThan(300);
  }

  @Test
  void aTextHasTheSameGapsInBothLanguages() throws IOException {
    Map<String, String> english = dictionary("en");
    dictionary("zh")
        .forEach(
            (key, text) ->
                assertThat(gaps(english.getOrDefault(key, ""))).as(key).isEqualTo(gaps(text)));
  }

  @Test
  void noTextIsLeftEmptyOrInTheOtherLanguage() throws IOException {
    Pattern chinese = Pattern.compile("\\p{IsHan}");
    dictionary("en")
        .forEach(
            (key, text) -> {
              assertThat(text).as(key).isNotBlank();
              // The switch names the language it leads to, in that language.
              if (!key.equals("tool.language")) {
                assertThat(text).as(key).doesNotContainPattern(chinese);
              }
            });
  }

  @Test
  void everyTextThatThePagesAskForIsThere() throws IOException {
    Set<String> known = dictionary("zh").keySet();
    for (Path page : pages()) {
      String source = Files.readString(page);
      Stream.of(USE, TITLE)
          .flatMap(pattern -> pattern.matcher(source).results())
          .forEach(
              use -> assertThat(known).as(APP.relativize(page).toString()).contains(use.group(1)));
    }
  }

  @Test
  void dataIsNeverWrittenAsMarkup() throws IOException {
    for (Path page : pages()) {
      assertThat(Files.readString(page))
          .as(APP.relativize(page).toString())
          .doesNotContain("innerHTML")
          .doesNotContain("outerHTML")
          .doesNotContain("insertAdjacentHTML")
          .doesNotContain("document.write");
    }
  }

  private static Map<String, String> dictionary(String language) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path page : pages()) {
      if (!page.endsWith(language + ".js")) {
        continue;
      }
      for (String line : Files.readAllLines(page)) {
        Matcher entry = ENTRY.matcher(line);
        if (entry.matches()) {
          assertThat(texts.put(entry.group(1), entry.group(3)))
              .as("twice: " + entry.group(1))
              .isNull();
        } else {
          assertThat(line).as(page.toString()).doesNotStartWith("  '");
        }
      }
    }
    return texts;
  }

  private static Set<String> gaps(String text) {
    return GAP.matcher(text)
        .results()
        .map(gap -> gap.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(APP)) {
      return files
          .filter(file -> file.toString().endsWith(".js"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
