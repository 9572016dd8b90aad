package org.citygis.web.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Noto Sans SC (SIL Open Font License 1.1), which comes with the application: TrueType outlines of
 * all characters of GB 18030's first level and more.
 */
public enum ChineseFont {
  REGULAR("Regular", 400),
  BOLD("Bold", 700);

  public static final String FAMILY = "Noto Sans SC";

  private final String file;
  private final int weight;

  ChineseFont(String style, int weight) {
    this.file = "/fonts/ttf/NotoSansSC/NotoSansSC-" + style + ".ttf";
    this.weight = weight;
  }

  /** As CSS counts it. */
  public int weight() {
    return weight;
  }

  /** The TrueType file, to be closed. */
  public InputStream open() {
    InputStream stream = ChineseFont.class.getResourceAsStream(file);
    if (stream == null) {
      throw new UncheckedIOException(new IOException("not on the class path: " + file));
    }
    return stream;
  }
}
