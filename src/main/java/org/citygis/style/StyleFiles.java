package org.citygis.style;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.DigestUtils;

/**
 * Reads style texts: the files {@code *.sld} of a folder with its {@code icons/*.svg}, and the
 * built-in plain styles, one per kind of geometry.
 */
final class StyleFiles {
  private static final Logger LOG = LoggerFactory.getLogger(StyleFiles.class);
  private static final String[] BUILT_IN = {"default-point", "default-line", "default-polygon"};

  private final Path folder;
  private final Icons icons;

  StyleFiles(Path folder) {
    this.folder = folder;
    this.icons = Icons.of(folder.resolve("icons"));
  }

  /**
   * All files, by the name without the ending.
   *
   * @throws InvalidStyle when a file is not a style; the message names file and line
   */
  Map<String, StyleSheet> read() {
    Map<String, StyleSheet> read = new TreeMap<>();
    for (String id : BUILT_IN) {
      String file = id + ".sld";
      read.put(id, sheet(id, file, builtIn(file), null, 0, null, null));
    }
    if (Files.isDirectory(folder)) {
      readFolder(read);
      LOG.info("{} styles read from {}", read.size() - BUILT_IN.length, folder);
    } else {
      LOG.warn(
          "There is no folder of styles at {}; layers are drawn plainly", folder.toAbsolutePath());
    }
    return read;
  }

  /**
   * A style from its text.
   *
   * @param file the name to call it in errors
   * @throws InvalidStyle when it is none
   */
  StyleSheet sheet(
      String id,
      String file,
      String sld,
      @Nullable String layer,
      int version,
      @Nullable Instant changedAt,
      @Nullable String changedBy) {
    Style style = SldReader.read(id, file, icons, new StringReader(sld));
    String etag = DigestUtils.md5DigestAsHex(sld.getBytes(StandardCharsets.UTF_8));
    return new StyleSheet(style, sld, layer, version, changedAt, changedBy, etag.substring(0, 12));
  }

  private void readFolder(Map<String, StyleSheet> read) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.sld")) {
      for (Path file : files) {
        String id = file.getFileName().toString().replaceFirst("\\.sld$", "");
        String called = folder.getFileName().resolve(file.getFileName()).toString();
        StyleSheet sheet = sheet(id, called, Files.readString(file), null, 0, null, null);
        report(file, sheet.style());
        read.put(id, sheet);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the styles in " + folder, e);
    }
  }

  private static void report(Path file, Style style) {
    for (Style.Unsupported part : style.unsupported()) {
      LOG.warn("{}:{}: not supported and not drawn: {}", file, part.line(), part.what());
    }
  }

  private static String builtIn(String file) {
    try (InputStream text = StyleFiles.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(text, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
