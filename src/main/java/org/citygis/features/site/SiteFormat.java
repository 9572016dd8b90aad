package org.citygis.features.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.citygis.web.Negotiation;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** The encodings of a report, the first being the one that is sent when nothing is asked for. */
enum SiteFormat {
  JSON(MediaType.APPLICATION_JSON),
  /** Line by line, each section as soon as it is known. */
  JSONL(MediaType.APPLICATION_NDJSON),
  HTML(MediaType.valueOf("text/html;charset=UTF-8")),
  PDF(MediaType.APPLICATION_PDF);

  private final MediaType type;

  SiteFormat(MediaType type) {
    this.type = type;
  }

  MediaType type() {
    return type;
  }

  private String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What {@code f} or the Accept header asks for. */
  static SiteFormat of(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
    return Negotiation.choose(
        request,
        Arrays.stream(values())
            .map(format -> new Negotiation.Offer<>(format, format.tag(), List.of(format.type)))
            .toList());
  }
}
