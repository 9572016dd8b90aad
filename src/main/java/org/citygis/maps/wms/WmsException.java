package org.citygis.maps.wms;

import org.citygis.text.Text;

/**
 * What a client is told as a {@code ServiceException}.
 *
 * @see WmsErrors
 */
final class WmsException extends RuntimeException {
  private final String code;
  private final String locator;
  private final Text text;

  /**
   * @param code of the standard, or of OWS where that has none
   * @param locator the parameter that is wrong
   */
  WmsException(String code, String locator, Text text) {
    super(text.en());
    this.code = code;
    this.locator = locator;
    this.text = text;
  }

  static WmsException missing(String parameter) {
    return new WmsException(
        "MissingParameterValue",
        parameter,
        Text.of(
            "缺少参数 %s。".formatted(parameter), "The parameter %s is missing.".formatted(parameter)));
  }

  /**
   * @param expected what would be right
   */
  static WmsException invalid(String parameter, String value, Text expected) {
    return invalid("InvalidParameterValue", parameter, value, expected);
  }

  static WmsException invalid(String code, String parameter, String value, Text expected) {
    String shown = WmsVersion.shown(value);
    return new WmsException(
        code,
        parameter,
        Text.of(
            "参数 %s 的值“%s”不正确，应为%s。".formatted(parameter, shown, expected.zh()),
            "The value '%s' of %s is wrong; expected %s."
                .formatted(shown, parameter, expected.en())));
  }

  String code() {
    return code;
  }

  String locator() {
    return locator;
  }

  Text text() {
    return text;
  }
}
