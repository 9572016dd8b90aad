package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the content security policy and city networks without internet ask of the portal's files.
 */
class StaticFilesTest {
  private static final Path STATIC = Path.of("src/main/resources/static");

  @Test
  void noPageHasScriptOrStyleInside() throws IOException {
    String page = Files.readString(STATIC.resolve("index.html"));
    assertThat(page).doesNotContain("style=").doesNotContain("<style").doesNotContain("onclick=");
    assertThat(page).doesNotContainPattern("<script(?![^>]*\\bsrc=)");
  }

  @Test
  void nothingIsLoadedFromElsewhere() throws IOException {
    for (Path file :
        Stream.of(files(".js"), files(".css"), files(".html")).flatMap(List::stream).toList()) {
      String text = Files.readString(file).replace("http://www.w3.org/", "");
      assertThat(text)
          .as(file.toString())
          .doesNotContainPattern("(?:from|src=|href=|url\\(|fetch\\()\\s*[\"'(]?(?:https?:)?//");
    }
  }

  @Test
  void everyIconThatIsNamedIsDrawn() throws IOException {
    Set<String> drawn =
        found(Files.readString(STATIC.resolve("icons.svg")), "symbol id=\"([\\w-]+)\"");
    Set<String> named = new TreeSet<>();
    for (Path module : files(".js")) {
      named.addAll(found(Files.readString(module), "(?:\\bicon\\(|\\bicon: )'([\\w-]+)'"));
    }
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(drawn).containsAll(named);
  }

  private static Set<String> found(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(STATIC)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
