package org.citygis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.citygis.text.Lang;
import org.jspecify.annotations.Nullable;

/**
 * Which of the two languages a request wants: {@code lang=}, else Accept-Language, else Chinese.
 */
public final class Languages {
  private static final List<Locale> OFFERED = List.of(Locale.CHINESE, Locale.ENGLISH);

  private Languages() {}

  public static Lang of(HttpServletRequest request) {
    String asked = request.getParameter("lang");
    return "en".equals(asked)
        ? Lang.EN
        : "zh".equals(asked) ? Lang.ZH : accepted(request.getHeader("Accept-Language"));
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
