package org.citygis.text;

import java.util.Locale;

/** The two languages of the platform. */
public enum Lang {
  ZH(Locale.SIMPLIFIED_CHINESE),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Lang(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** The BCP 47 tag, {@code zh} or {@code en}. */
  public String tag() {
    return locale.getLanguage();
  }
}
