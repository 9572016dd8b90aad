package org.citygis.maps.print;

import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * In which words a sheet is written.
 *
 * @param lang null for both languages, side by side
 */
record Words(@Nullable Lang lang) {

  String of(Text text) {
    if (lang != null) {
      return text.in(lang);
    }
    return text.zh().equals(text.en()) || text.en().isBlank()
        ? text.zh()
        : text.zh() + " " + text.en();
  }

  /** The language of the labels on the map. */
  Lang ofLabels() {
    return lang == null ? Lang.ZH : lang;
  }
}
