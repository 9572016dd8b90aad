package org.citygis.web.pdf;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * The fonts as PDFBox reads them, which takes longer than a page. One document uses them at a time;
 * a second that is made meanwhile reads its own. What was read last is kept while there is memory.
 */
final class ParsedFonts {
  private static final AtomicReference<@Nullable SoftReference<ParsedFonts>> IDLE =
      new AtomicReference<>();

  private final Map<ChineseFont, TrueTypeFont> fonts = new EnumMap<>(ChineseFont.class);

  private ParsedFonts() {
    for (ChineseFont font : ChineseFont.values()) {
      try (InputStream file = font.open()) {
        TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
        // Ligatures, of which these texts have none, would be looked for in every word.
        parsed.setEnableGsub(false);
        fonts.put(font, parsed);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Fonts that nobody else uses until they are given back. */
  static ParsedFonts take() {
    SoftReference<ParsedFonts> idle = IDLE.getAndSet(null);
    ParsedFonts fonts = idle == null ? null : idle.get();
    return fonts == null ? new ParsedFonts() : fonts;
  }

  void giveBack() {
    IDLE.set(new SoftReference<>(this));
  }

  /** Embeds the letters that the document uses. */
  PDFontSupplier in(PDDocument document, ChineseFont font) throws IOException {
    return new PDFontSupplier(PDType0Font.load(document, fonts.get(font), true));
  }
}
