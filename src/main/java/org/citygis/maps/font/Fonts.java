package org.citygis.maps.font;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.citygis.web.pdf.ChineseFont;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fonts of this server. What a style calls by the name of a sans-serif screen font is Noto Sans
 * SC, which comes with the application, so that all copies draw the same picture; another family is
 * taken where the system has it.
 */
public final class Fonts {
  private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);

  /** Names by which styles ask for the usual sans-serif of one system or the other. */
  private static final Set<String> SANS =
      Set.of(
          "sans-serif",
          "noto sans sc",
          "noto sans cjk sc",
          "pingfang sc",
          "microsoft yahei",
          "source han sans sc",
          "source han sans cn",
          "arial",
          "helvetica",
          "system-ui");

  private static final String PROBE = "市Ag7";

  private static final Map<String, Font> CHOSEN = new ConcurrentHashMap<>();

  private Fonts() {}

  /** Loaded when first needed: 10 MB each. */
  private static final class Packaged {
    static final @Nullable Font REGULAR = read(ChineseFont.REGULAR);
    static final @Nullable Font BOLD = read(ChineseFont.BOLD);

    private static @Nullable Font read(ChineseFont font) {
      try (InputStream file = font.open()) {
        return Font.createFont(Font.TRUETYPE_FONT, file);
      } catch (IOException | FontFormatException | RuntimeException | LinkageError e) {
        LOG.error(
            "The Chinese font {} cannot be used; labels are drawn with what the system has: {}",
            font,
            e.toString());
        return null;
      }
    }
  }

  private static final class OfSystem {
    static final Set<String> FAMILIES = families();

    private static Set<String> families() {
      try {
        return Arrays.stream(
                GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
      } catch (RuntimeException | LinkageError withoutFontConfiguration) {
        return Set.of();
      }
    }
  }

  /** What is wrong with the fonts of this server, null where Chinese can be written. */
  public static @Nullable String fault() {
    try {
      Font font = packaged(false);
      if (font == null) {
        return "the packaged Chinese font cannot be read";
      }
      return font.canDisplayUpTo(PROBE) < 0
          ? null
          : "the font " + font.getName() + " has no " + PROBE;
    } catch (RuntimeException | LinkageError e) {
      return "the Java runtime cannot use fonts (libfreetype or fontconfig missing): " + e;
    }
  }

  /** The font of one pixel's height. */
  static Font choose(String family, boolean bold) {
    return CHOSEN.computeIfAbsent((bold ? "b " : "r ") + family, key -> find(family, bold));
  }

  /** The font for a character that the chosen one does not have. */
  static Font fallback(boolean bold) {
    Font packaged = packaged(bold);
    return packaged == null
        ? new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1)
        : packaged;
  }

  private static Font find(String family, boolean bold) {
    for (String name : family.split(",")) {
      String plain = name.strip().replaceAll("^[\"']|[\"']$", "");
      String lower = plain.toLowerCase(Locale.ROOT);
      if (SANS.contains(lower)) {
        break;
      }
      if (OfSystem.FAMILIES.contains(lower)) {
        return new Font(plain, bold ? Font.BOLD : Font.PLAIN, 1);
      }
    }
    return fallback(bold);
  }

  private static @Nullable Font packaged(boolean bold) {
    return bold ? Packaged.BOLD : Packaged.REGULAR;
  }
}
