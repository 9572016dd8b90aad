package org.citygis.features.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** The encodings: every resource comes as JSON and HTML, pages of features in others too. */
enum Format {
  JSON("json", "GeoJSON"),
  HTML("html", "HTML"),
  CSV("csv", "CSV"),
  FLATGEOBUF("fgb", "FlatGeobuf");

  static final MediaType GEOJSON = MediaType.valueOf("application/geo+json");
  static final MediaType OPENAPI =
      MediaType.valueOf("application/vnd.oai.openapi+json;version=3.0");
  static final MediaType SCHEMA = MediaType.valueOf("application/schema+json");
  static final MediaType PAGE = MediaType.valueOf("text/html;charset=UTF-8");
  static final MediaType TABLE = MediaType.valueOf("text/csv;charset=UTF-8");
  static final MediaType FGB = MediaType.valueOf("application/vnd.flatgeobuf");

  /** Those of a page of features, the one for machines first. */
  static final List<Format> ITEMS = List.of(JSON, HTML, CSV, FLATGEOBUF);

  private static final List<Format> DOCUMENT = List.of(JSON, HTML);

  private final String tag;
  private final String title;

  Format(String tag, String title) {
    this.tag = tag;
    this.title = title;
  }

  /** The value of {@code f}. */
  String tag() {
    return tag;
  }

  /** What people call it. */
  String title() {
    return title;
  }

  /** The media type of a page of features. */
  MediaType type() {
    return switch (this) {
      case JSON -> GEOJSON;
      case HTML -> PAGE;
      case CSV -> TABLE;
      case FLATGEOBUF -> FGB;
    };
  }

  /** The media type as links and Accept headers write it. */
  String plainType() {
    return type().getType() + "/" + type().getSubtype();
  }

  /**
   * JSON or HTML, as {@code f=} or else the Accept header asks for; JSON when both are silent.
   *
   * @param json what JSON means for this resource, beside application/json
   * @throws HttpMediaTypeNotAcceptableException when Accept names neither
   */
  static Format of(HttpServletRequest request, MediaType json)
      throws HttpMediaTypeNotAcceptableException {
    return of(request, json, DOCUMENT);
  }

  /** The same for a page of features. */
  static Format ofItems(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
    return of(request, GEOJSON, ITEMS);
  }

  private static Format of(HttpServletRequest request, MediaType json, List<Format> offered)
      throws HttpMediaTypeNotAcceptableException {
    String asked = request.getParameter("f");
    if (asked != null) {
      return offered.stream()
          .filter(format -> format.tag.equals(asked))
          .findFirst()
          .orElseThrow(() -> unknown(asked, offered));
    }
    List<String> accept = Collections.list(request.getHeaders("Accept"));
    return accept.isEmpty() ? offered.getFirst() : accepted(accept, json, offered);
  }

  private static Problem.Invalid unknown(String asked, List<Format> offered) {
    String list = offered.stream().map(Format::tag).collect(Collectors.joining(", "));
    return Problem.Invalid.parameter(
        "f", asked, Text.of("编码之一：" + list, "one of the encodings " + list));
  }

  /**
   * How much a client wants an encoding.
   *
   * @param exactness 2 for a type named in full, 0 for any
   * @param position of the range in the header
   */
  private record Wish(Format format, double quality, int exactness, int position) {}

  /** By quality; among equals what is named more exactly, then what is named first (RFC 9110). */
  private static Format accepted(List<String> accept, MediaType json, List<Format> offered)
      throws HttpMediaTypeNotAcceptableException {
    List<MediaType> types = new ArrayList<>();
    List<Wish> wishes = new ArrayList<>();
    try {
      List<MediaType> ranges = MediaType.parseMediaTypes(accept);
      for (Format format : offered) {
        for (MediaType type : format == JSON ? jsons(json) : List.of(format.type())) {
          types.add(type);
          Wish wish = wish(format, type, ranges);
          if (wish != null && wish.quality > 0) {
            wishes.add(wish);
          }
        }
      }
    } catch (InvalidMediaTypeException e) {
      throw new HttpMediaTypeNotAcceptableException(types);
    }
    return wishes.stream()
        .min(
            Comparator.comparingDouble(Wish::quality)
                .thenComparingInt(Wish::exactness)
                .reversed()
                .thenComparingInt(Wish::position))
        .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(types))
        .format;
  }

  private static List<MediaType> jsons(MediaType json) {
    return List.of(json, MediaType.APPLICATION_JSON);
  }

  /** What the most exact range that includes the type says of it; null when none does. */
  private static @Nullable Wish wish(Format format, MediaType type, List<MediaType> ranges) {
    Wish best = null;
    for (int i = 0; i < ranges.size(); i++) {
      MediaType range = ranges.get(i);
      int exactness = range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
      if (range.includes(type) && (best == null || exactness > best.exactness)) {
        best = new Wish(format, range.getQualityValue(), exactness, i);
      }
    }
    return best;
  }
}
