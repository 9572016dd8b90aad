package org.citygis.maps.wms;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citygis.maps.Kvp;
import org.citygis.maps.Xml;
import org.citygis.maps.font.Face;
import org.citygis.maps.font.Lettering;
import org.citygis.maps.font.MaskWriter;
import org.citygis.maps.font.Writing;
import org.citygis.maps.image.ImageFormat;
import org.citygis.problem.Problem;
import org.citygis.text.Lang;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Tells errors as the version of the request has them: a report in XML, or for a client that cannot
 * show one, in the picture or as an empty picture. The status is 200, as clients of WMS expect;
 * only a busy server says 503.
 */
final class WmsErrors {
  private static final int SIDE = 256;
  private static final int LARGEST = 2048;

  private WmsErrors() {}

  static ResponseEntity<byte[]> answer(RuntimeException error, Kvp kvp, Lang lang) {
    WmsVersion version = WmsVersion.of(kvp);
    WmsException told = told(error);
    if (error instanceof Problem.Unavailable) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, "5")
          .contentType(MediaType.parseMediaType(version.exceptionType + ";charset=UTF-8"))
          .body(report(told, version, lang));
    }
    String wanted = kvp.find("EXCEPTIONS", "XML").toUpperCase(Locale.ROOT);
    boolean inImage = wanted.endsWith("INIMAGE");
    boolean isMap =
        "GetMap".equalsIgnoreCase(kvp.find("REQUEST", ""))
            || "map".equalsIgnoreCase(kvp.find("REQUEST", ""));
    if (isMap && (inImage || wanted.endsWith("BLANK"))) {
      ImageFormat format = ImageFormat.find(kvp.find("FORMAT", "")).orElse(ImageFormat.PNG);
      return ResponseEntity.ok()
          .cacheControl(CacheControl.noStore())
          .contentType(format.type())
          .body(format.write(picture(kvp, inImage ? told.text().in(lang) : "")));
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.parseMediaType(version.exceptionType + ";charset=UTF-8"))
        .body(report(told, version, lang));
  }

  private static WmsException told(RuntimeException error) {
    return switch (error) {
      case WmsException own -> own;
      case Problem.Unavailable busy -> new WmsException("NoApplicableCode", "", busy.detail());
      case Problem problem -> {
        String parameter = problem.parameter();
        yield new WmsException(
            "InvalidParameterValue", parameter == null ? "" : parameter, problem.detail());
      }
      default -> throw error;
    };
  }

  private static byte[] report(WmsException error, WmsVersion version, Lang lang) {
    Xml xml = new Xml();
    if (version == WmsVersion.V1_1_1) {
      xml.doctype(
          "<!DOCTYPE ServiceExceptionReport SYSTEM \"http://schemas.opengis.net/wms/1.1.1/exception_1_1_1.dtd\">");
      xml.open("ServiceExceptionReport", "version", "1.1.1");
      xml.element("ServiceException", error.text().in(lang), "code", error.code());
    } else {
      xml.open(
          "ServiceExceptionReport",
          "version",
          "1.3.0",
          "xmlns",
          "http://www.opengis.net/ogc",
          "xmlns:xsi",
          "http://www.w3.org/2001/XMLSchema-instance",
          "xsi:schemaLocation",
          "http://www.opengis.net/ogc http://schemas.opengis.net/wms/1.3.0/exceptions_1_3_0.xsd");
      xml.element(
          "ServiceException",
          error.text().in(lang),
          "code",
          error.code(),
          "locator",
          error.locator());
    }
    return xml.finish().getBytes(StandardCharsets.UTF_8);
  }

  private static BufferedImage picture(Kvp kvp, String message) {
    BufferedImage image =
        new BufferedImage(side(kvp, "WIDTH"), side(kvp, "HEIGHT"), BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = image.createGraphics();
    if (!kvp.isTrue("TRANSPARENT")) {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    }
    Lettering lettering = Lettering.plain(12, false);
    List<Writing> lines = new ArrayList<>();
    Face face = Face.of(lettering);
    StringBuilder line = new StringBuilder();
    for (int character : message.codePoints().toArray()) {
      if (face.width(line.toString()) > image.getWidth() - 24) {
        lines.add(new Writing(line.toString(), 8, 18 + 16.0 * lines.size(), 0));
        line.setLength(0);
      }
      line.appendCodePoint(character);
    }
    lines.add(new Writing(line.toString(), 8, 18 + 16.0 * lines.size(), 0));
    new MaskWriter(image, graphics, 1).write(lines, lettering);
    graphics.dispose();
    return image;
  }

  private static int side(Kvp kvp, String parameter) {
    try {
      return Math.clamp(Integer.parseInt(kvp.find(parameter, "256")), 1, LARGEST);
    } catch (NumberFormatException e) {
      return SIDE;
    }
  }
}
