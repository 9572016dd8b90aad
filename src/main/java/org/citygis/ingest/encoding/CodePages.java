package org.citygis.ingest.encoding;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names and numbers by which .cpg files and the language byte of a .dbf mean an encoding. */
public final class CodePages {
  private static final Map<Integer, String> JAVA_NAMES =
      Map.ofEntries(
          Map.entry(936, "GB18030"),
          Map.entry(54936, "GB18030"),
          Map.entry(950, "x-windows-950"),
          Map.entry(949, "x-windows-949"),
          Map.entry(932, "windows-31j"),
          Map.entry(874, "x-windows-874"),
          Map.entry(65001, "UTF-8"),
          Map.entry(20127, "US-ASCII"),
          Map.entry(28591, "ISO-8859-1"),
          Map.entry(10000, "x-MacRoman"),
          Map.entry(10006, "x-MacGreek"),
          Map.entry(10007, "x-MacCyrillic"),
          Map.entry(10029, "x-MacCentralEurope"));

  /** Language bytes; 0 and 0x57 say nothing. */
  private static final Map<Integer, Integer> LDID =
      Map.ofEntries(
          Map.entry(0x01, 437),
          Map.entry(0x02, 850),
          Map.entry(0x03, 1252),
          Map.entry(0x04, 10000),
          Map.entry(0x08, 865),
          Map.entry(0x0A, 850),
          Map.entry(0x0B, 437),
          Map.entry(0x0D, 437),
          Map.entry(0x0E, 850),
          Map.entry(0x0F, 437),
          Map.entry(0x10, 850),
          Map.entry(0x11, 437),
          Map.entry(0x12, 850),
          Map.entry(0x13, 932),
          Map.entry(0x14, 850),
          Map.entry(0x15, 437),
          Map.entry(0x16, 850),
          Map.entry(0x17, 865),
          Map.entry(0x18, 437),
          Map.entry(0x19, 437),
          Map.entry(0x1A, 850),
          Map.entry(0x1B, 437),
          Map.entry(0x1C, 863),
          Map.entry(0x1D, 850),
          Map.entry(0x1F, 852),
          Map.entry(0x22, 852),
          Map.entry(0x23, 852),
          Map.entry(0x24, 860),
          Map.entry(0x25, 850),
          Map.entry(0x26, 866),
          Map.entry(0x37, 850),
          Map.entry(0x40, 852),
          Map.entry(0x4D, 936),
          Map.entry(0x4E, 949),
          Map.entry(0x4F, 950),
          Map.entry(0x50, 874),
          Map.entry(0x58, 1252),
          Map.entry(0x59, 1252),
          Map.entry(0x64, 852),
          Map.entry(0x65, 866),
          Map.entry(0x66, 865),
          Map.entry(0x67, 861),
          Map.entry(0x6A, 737),
          Map.entry(0x6B, 857),
          Map.entry(0x6C, 863),
          Map.entry(0x78, 950),
          Map.entry(0x79, 949),
          Map.entry(0x7A, 936),
          Map.entry(0x7B, 932),
          Map.entry(0x7C, 874),
          Map.entry(0x86, 737),
          Map.entry(0x87, 852),
          Map.entry(0x88, 857),
          Map.entry(0x96, 10007),
          Map.entry(0x97, 10029),
          Map.entry(0x98, 10006),
          Map.entry(0xC8, 1250),
          Map.entry(0xC9, 1251),
          Map.entry(0xCA, 1254),
          Map.entry(0xCB, 1253),
          Map.entry(0xCC, 1257));

  private CodePages() {}

  public static Optional<Charset> findByLanguageByte(int ldid) {
    return Optional.ofNullable(LDID.get(ldid)).flatMap(CodePages::findByNumber);
  }

  /** What a .cpg file or a user calls an encoding; lenient about spelling. */
  public static Optional<Charset> findByName(String name) {
    String key =
        name.strip()
            .toUpperCase(Locale.ROOT)
            .replaceFirst("^(ANSI|OEM)[ _-]?(?=\\d)", "")
            .replaceFirst("^(CP|IBM|WINDOWS-|MS|X-WINDOWS-)(?=\\d)", "");
    if (key.matches("\\d{1,5}")) {
      return findByNumber(Integer.parseInt(key));
    }
    return switch (key) {
      case "UTF8", "UTF-8" -> Optional.of(StandardCharsets.UTF_8);
      case "GBK", "GB2312", "GB18030", "EUC-CN" -> findCharset("GB18030");
      case "BIG5", "BIG-5" -> findCharset("x-windows-950");
      case "SJIS", "SHIFT_JIS", "SHIFT-JIS" -> findCharset("windows-31j");
      default -> {
        String latin = key.replaceFirst("^ISO[ _-]?8859[ _-]?(\\d{1,2})$", "ISO-8859-$1");
        yield findCharset(latin.replaceFirst("^8859[_-](\\d{1,2})$", "ISO-8859-$1"));
      }
    };
  }

  /** The name that people know an encoding by; {@link #findByName} understands it. */
  public static String name(Charset charset) {
    return switch (charset.name()) {
      case "x-windows-950" -> "Big5";
      case "windows-31j" -> "Shift_JIS";
      default -> charset.name();
    };
  }

  private static Optional<Charset> findByNumber(int page) {
    if (JAVA_NAMES.containsKey(page)) {
      return findCharset(JAVA_NAMES.get(page));
    }
    if (page >= 88591 && page <= 88599) {
      return findCharset("ISO-8859-" + (page - 88590));
    }
    if (page >= 885910 && page <= 885916) {
      return findCharset("ISO-8859-" + (page - 885900));
    }
    return findCharset(page >= 1250 && page <= 1258 ? "windows-" + page : "IBM" + page);
  }

  private static Optional<Charset> findCharset(String name) {
    try {
      Charset found = Charset.forName(name);
      // A .dbf has ASCII digits and spaces; UTF-16 and EBCDIC cannot be meant.
      return "A 1".equals(new String(new byte[] {65, 32, 49}, found))
          ? Optional.of(found)
          : Optional.empty();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }
}
