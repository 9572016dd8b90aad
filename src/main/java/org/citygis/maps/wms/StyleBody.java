package org.citygis.maps.wms;

import org.citygis.problem.Problem;
import org.citygis.style.Style;
import org.citygis.style.Styles;
import org.citygis.text.Text;
import org.springframework.stereotype.Component;

/**
 * {@code SLD_BODY}: a style that comes with the request and is not kept. It is read as those of
 * files are: nothing in it points elsewhere, and its length and the number of its rules are
 * bounded.
 */
@Component
class StyleBody {
  private static final int LONGEST = 200_000;

  private final Styles styles;

  StyleBody(Styles styles) {
    this.styles = styles;
  }

  Style read(String layer, String sld) {
    if (sld.length() > LONGEST) {
      throw new WmsException(
          "InvalidParameterValue",
          "SLD_BODY",
          Text.of(
              "SLD_BODY 超过 %d 个字符。".formatted(LONGEST),
              "SLD_BODY is longer than %d characters.".formatted(LONGEST)));
    }
    try {
      return styles.read("sld_body", layer, sld).style();
    } catch (Problem.Invalid wrong) {
      throw new WmsException("StyleNotDefined", "SLD_BODY", wrong.detail());
    }
  }
}
