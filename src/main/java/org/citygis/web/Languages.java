package org.citygis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citygis.text.Lang;
import org.jspecify.annotations.Nullable;

/**
 * Which of the two languages a request wants: {@code lang=}, else Accept-Language, else Chinese.
 */
public final class Languages {
  private static final List<Locale> OFFERED = List.of(Locale.CHINESE, Locale.ENGLISH);

  private static final Pattern IN_QUERY = Pattern.compile("(?:^|&)lang=(zh|en)(?:&|$)");

  private Languages() {}

  public static Lang of(HttpServletRequest request) {
    String asked = asked(request);
    return "en".equals(asked)
        ? Lang.EN
        : "zh".equals(asked) ? Lang.ZH : accepted(request.getHeader("Accept-Language"));
  }

  /**
   * Looks at the address only: asking for parameters would make an upload's body be read, and fails
   * where they cannot be read, which is said in a language too.
   */
  private static @Nullable String asked(HttpServletRequest request) {
    Matcher matcher = IN_QUERY.matcher(String.valueOf(request.getQueryString()));
    return matcher.find() ? matcher.group(1) : null;
  }

  private static Lang accepted(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return Lang.ZH;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(header), OFFERED);
      return Locale.ENGLISH.equals(best) ? Lang.EN : Lang.ZH;
    } catch (IllegalArgumentException malformed) {
      return Lang.ZH;
    }
  }
}
