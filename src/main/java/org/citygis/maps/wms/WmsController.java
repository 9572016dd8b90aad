package org.citygis.maps.wms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.citygis.maps.Kvp;
import org.citygis.maps.Pictures;
import org.citygis.maps.draw.MapLayer;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The Web Map Service. */
@RestController
class WmsController {
  private final WmsLayers layers;
  private final Pictures pictures;
  private final Capabilities capabilities;
  private final FeatureInfo featureInfo;
  private final LegendGraphic legends;
  private final MapAnswer answers;

  WmsController(
      WmsLayers layers,
      Pictures pictures,
      Capabilities capabilities,
      FeatureInfo featureInfo,
      LegendGraphic legends,
      MapAnswer answers) {
    this.layers = layers;
    this.pictures = pictures;
    this.capabilities = capabilities;
    this.featureInfo = featureInfo;
    this.legends = legends;
    this.answers = answers;
  }

  @GetMapping("/wms")
  ResponseEntity<byte[]> get(User user, Lang lang, ServletWebRequest request) {
    return answer(user, lang, request);
  }

  /** The same by a form, for a style or filters that are too long for an address. */
  @PostMapping(path = "/wms", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<byte[]> post(User user, Lang lang, ServletWebRequest request) {
    return answer(user, lang, request);
  }

  private ResponseEntity<byte[]> answer(User user, Lang asked, ServletWebRequest request) {
    Kvp kvp = Kvp.of(request.getRequest());
    Lang lang = lang(kvp, asked);
    try {
      return answer(kvp, user, lang, request);
    } catch (WmsException | Problem error) {
      return WmsErrors.answer(error, kvp, lang);
    }
  }

  private ResponseEntity<byte[]> answer(Kvp kvp, User user, Lang lang, ServletWebRequest request) {
    String operation = kvp.find("REQUEST", "");
    WmsVersion version = WmsVersion.of(kvp);
    checkService(kvp, operation);
    return switch (operation.toLowerCase(Locale.ROOT)) {
      case "getcapabilities", "capabilities" -> capabilities(kvp, user, lang, request.getRequest());
      case "getmap", "map" -> map(kvp, version, user, lang, request);
      case "getfeatureinfo", "feature_info" -> featureInfo.answer(kvp, version, user, lang);
      case "getlegendgraphic" -> legends.answer(kvp, user, lang);
      default ->
          throw WmsException.invalid(
              "OperationNotSupported",
              "REQUEST",
              operation,
              Text.same("GetCapabilities, GetMap, GetFeatureInfo, GetLegendGraphic"));
    };
  }

  private static void checkService(Kvp kvp, String operation) {
    String service = kvp.find("SERVICE", "WMS");
    if (!service.equalsIgnoreCase("WMS")) {
      throw WmsException.invalid("SERVICE", service, Text.same("WMS"));
    }
    if (operation.isEmpty()) {
      throw WmsException.missing("REQUEST");
    }
    if (kvp.find("SLD") != null) {
      throw new WmsException(
          "OperationNotSupported",
          "SLD",
          Text.of(
              "不会从其他地址读取样式；请用 SLD_BODY 或 STYLES。",
              "Styles are never fetched from elsewhere; use SLD_BODY or STYLES."));
    }
  }

  private ResponseEntity<byte[]> capabilities(
      Kvp kvp, User user, Lang lang, HttpServletRequest request) {
    WmsVersion version = WmsVersion.of(kvp);
    return capabilities.answer(version, user, lang, request);
  }

  private ResponseEntity<byte[]> map(
      Kvp kvp, WmsVersion version, User user, Lang lang, ServletWebRequest request) {
    List<MapLayer> wanted = layers.read(kvp, user);
    GetMap map = GetMap.read(kvp, version, lang, wanted, pictures);
    ResponseEntity<byte[]> unchanged = answers.unchanged(map, request);
    if (unchanged != null) {
      return unchanged;
    }
    byte[] picture =
        pictures.draw(map.view(), answers.inRange(map), map.background(), map.format());
    return ResponseEntity.ok()
        .headers(answers.caching(map))
        .header(HttpHeaders.CONTENT_TYPE, map.format().type().toString())
        .body(picture);
  }

  /** {@code LANGUAGE}, as INSPIRE has it: zh, chi, en, eng; else what the request prefers. */
  private static Lang lang(Kvp kvp, Lang otherwise) {
    String language = kvp.find("LANGUAGE", kvp.find("LANG", "")).toLowerCase(Locale.ROOT);
    return language.startsWith("en")
        ? Lang.EN
        : language.startsWith("zh") || language.startsWith("chi") || language.startsWith("zho")
            ? Lang.ZH
            : otherwise;
  }
}
