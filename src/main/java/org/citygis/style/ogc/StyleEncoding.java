package org.citygis.style.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.citygis.problem.Problem;
import org.citygis.style.StyleSheet;
import org.citygis.text.Text;
import org.citygis.web.Negotiation;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** What a style comes in. */
enum StyleEncoding {
  /** As it was written. */
  SLD("sld"),
  /** MapLibre, which reads the styles of Mapbox. */
  MAPBOX("mapbox"),
  /** The rules that the portal draws by. */
  RULES("json");

  static final MediaType SLD_10 =
      MediaType.parseMediaType("application/vnd.ogc.sld+xml;version=1.0");
  static final MediaType SLD_11 =
      MediaType.parseMediaType("application/vnd.ogc.sld+xml;version=1.1");
  static final MediaType MAPBOX_STYLE =
      MediaType.parseMediaType("application/vnd.mapbox.style+json");

  private final String tag;

  StyleEncoding(String tag) {
    this.tag = tag;
  }

  /** The value of {@code f}. */
  String tag() {
    return tag;
  }

  /**
   * What the request asks for.
   *
   * @throws Problem.Invalid when it asks for the version of SLD that the style is not written in
   * @throws HttpMediaTypeNotAcceptableException when Accept has none of them
   */
  static StyleEncoding of(HttpServletRequest request, StyleSheet sheet)
      throws HttpMediaTypeNotAcceptableException {
    String asked = request.getParameter("f");
    if ("sld10".equals(asked) || "sld11".equals(asked)) {
      if (asked.equals("sld11") != isNewer(sheet)) {
        throw Problem.Invalid.parameter(
            "f",
            asked,
            Text.of(
                "该样式的编码之一：%s, mapbox, json".formatted(isNewer(sheet) ? "sld11" : "sld10"),
                "one of the encodings of this style: %s, mapbox, json"
                    .formatted(isNewer(sheet) ? "sld11" : "sld10")));
      }
      return SLD;
    }
    return Negotiation.choose(
        request,
        List.of(
            new Negotiation.Offer<>(
                SLD,
                SLD.tag,
                List.of(
                    type(sheet),
                    MediaType.parseMediaType("application/vnd.ogc.sld+xml"),
                    MediaType.APPLICATION_XML,
                    MediaType.TEXT_XML)),
            new Negotiation.Offer<>(MAPBOX, MAPBOX.tag, List.of(MAPBOX_STYLE)),
            new Negotiation.Offer<>(RULES, RULES.tag, List.of(MediaType.APPLICATION_JSON))));
  }

  /** The media type of the style's text. */
  static MediaType type(StyleSheet sheet) {
    return isNewer(sheet) ? SLD_11 : SLD_10;
  }

  /** Whether it is written in SLD 1.1, whose symbols are those of Symbology Encoding. */
  static boolean isNewer(StyleSheet sheet) {
    return sheet.sld().contains("version=\"1.1") || sheet.sld().contains("opengis.net/se\"");
  }
}
