package org.citygis.features.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
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

  /**
   * @param f the parameter, null when it is not given: then the Accept header decides
   */
  static SiteFormat of(@Nullable String f, HttpServletRequest request)
      throws HttpMediaTypeNotAcceptableException {
    if (f == null) {
      return accepted(request.getHeader("Accept"));
    }
    for (SiteFormat format : values()) {
      if (format.tag().equals(f)) {
        return format;
      }
    }
    String offered = Arrays.stream(values()).map(SiteFormat::tag).collect(Collectors.joining(", "));
    throw Problem.Invalid.parameter("f", f, Text.same(offered));
  }

  private static SiteFormat accepted(@Nullable String header)
      throws HttpMediaTypeNotAcceptableException {
    if (header == null || header.isBlank()) {
      return JSON;
    }
    try {
      List<MediaType> wanted = MediaType.parseMediaTypes(header);
      MimeTypeUtils.sortBySpecificity(wanted);
      for (MediaType each : wanted) {
        for (SiteFormat format : values()) {
          if (each.includes(format.type)) {
            return format;
          }
        }
      }
    } catch (InvalidMediaTypeException e) {
      // answered below: what cannot be read cannot be served
    }
    throw new HttpMediaTypeNotAcceptableException(
        Arrays.stream(values()).map(SiteFormat::type).toList());
  }
}
