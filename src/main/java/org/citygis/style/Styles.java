package org.citygis.style;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The styles of the city: the files {@code *.sld} of the folder {@code citygis.styles}, read once
 * at the start, and a plain one per kind of geometry for layers that bring none.
 */
@Component
public class Styles {
  private static final Logger LOG = LoggerFactory.getLogger(Styles.class);
  private static final String[] BUILT_IN = {"default-point", "default-line", "default-polygon"};

  private final Map<String, Style> styles;

  /**
   * Reads all files.
   *
   * @throws InvalidStyle when a file is not a style; the message names file and line
   */
  public Styles(@Value("${citygis.styles}") Path folder) {
    Map<String, Style> read = new TreeMap<>();
    for (String id : BUILT_IN) {
      read.put(id, builtIn(id));
    }
    if (Files.isDirectory(folder)) {
      readFolder(folder, read);
    } else {
      LOG.warn(
          "There is no folder of styles at {}; layers are drawn plainly", folder.toAbsolutePath());
    }
    styles = Collections.unmodifiableMap(read);
  }

  /** All styles by id. */
  public Collection<Style> list() {
    return styles.values();
  }

  /**
   * The style of this id.
   *
   * @throws Problem.NotFound when there is none
   */
  public Style get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new Problem.NotFound(
                        Text.of("没有样式“%s”。".formatted(id), "There is no style '%s'.".formatted(id)))
                    .about(
                        "style",
                        id,
                        Text.of("/api/styles 所列的样式", "a style that /api/styles lists")));
  }

  /** The style of this id; empty when there is none. */
  public Optional<Style> find(String id) {
    return Optional.ofNullable(styles.get(id));
  }

  private static void readFolder(Path folder, Map<String, Style> read) {
    Icons icons = Icons.of(folder.resolve("icons"));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.sld")) {
      for (Path file : files) {
        String id = file.getFileName().toString().replaceFirst("\\.sld$", "");
        try (Reader reader = Files.newBufferedReader(file)) {
          Style style =
              SldReader.read(
                  id, folder.getFileName().resolve(file.getFileName()).toString(), icons, reader);
          report(file, style);
          read.put(id, style);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the styles in " + folder, e);
    }
    LOG.info("{} styles read from {}", read.size() - BUILT_IN.length, folder);
  }

  private static void report(Path file, Style style) {
    for (Style.Unsupported part : style.unsupported()) {
      LOG.warn("{}:{}: not supported and not drawn: {}", file, part.line(), part.what());
    }
  }

  private static Style builtIn(String id) {
    String resource = id + ".sld";
    try (Reader reader =
        new InputStreamReader(Styles.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
      return SldReader.read(id, resource, Icons.NONE, reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
