package org.citygis.maps.wmts;

import java.nio.charset.StandardCharsets;
import org.citygis.maps.Xml;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What a client is told as an exception report of OWS 1.1. */
final class WmtsException extends RuntimeException {
  private final String code;
  private final String locator;
  private final Text text;

  WmtsException(String code, String locator, Text text) {
    super(text.en());
    this.code = code;
    this.locator = locator;
    this.text = text;
  }

  static WmtsException missing(String parameter) {
    return new WmtsException(
        "MissingParameterValue",
        parameter,
        Text.of(
            "缺少参数 %s。".formatted(parameter), "The parameter %s is missing.".formatted(parameter)));
  }

  /**
   * @param expected what would be right
   */
  static WmtsException invalid(String parameter, String value, Text expected) {
    return new WmtsException(
        "InvalidParameterValue",
        parameter,
        Text.of(
            "参数 %s 的值“%s”不正确，应为%s。".formatted(parameter, value, expected.zh()),
            "The value '%s' of %s is wrong; expected %s."
                .formatted(value, parameter, expected.en())));
  }

  ResponseEntity<byte[]> answer(Lang lang) {
    Xml xml = new Xml();
    xml.open(
        "ExceptionReport",
        "version",
        "1.1.0",
        "xmlns",
        "http://www.opengis.net/ows/1.1",
        "xml:lang",
        lang.tag());
    xml.open("Exception", "exceptionCode", code, "locator", locator);
    xml.element("ExceptionText", text.in(lang));
    return ResponseEntity.status(HttpStatus.BAD_REQUEST)
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.parseMediaType("text/xml;charset=UTF-8"))
        .body(xml.finish().getBytes(StandardCharsets.UTF_8));
  }
}
