package org.citygis.features.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.citygis.web.Negotiation;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** The encodings: every resource comes as JSON and HTML, pages of features in others too. */
enum Format {
  JSON("json", "GeoJSON"),
  HTML("html", "HTML"),
  CSV("csv", "CSV"),
  FLATGEOBUF("fgb", "FlatGeobuf"),
  JSONFG("jsonfg", "JSON-FG");

  static final MediaType GEOJSON = MediaType.valueOf("application/geo+json");

  /** What JSON-FG was before 1.0, which is a profile of GeoJSON; many clients ask by it. */
  static final MediaType FG = MediaType.valueOf("application/vnd.ogc.fg+json");

  static final MediaType OPENAPI =
      MediaType.valueOf("application/vnd.oai.openapi+json;version=3.0");
  static final MediaType SCHEMA = MediaType.valueOf("application/schema+json");
  static final MediaType PAGE = MediaType.valueOf("text/html;charset=UTF-8");
  static final MediaType TABLE = MediaType.valueOf("text/csv;charset=UTF-8");
  static final MediaType FGB = MediaType.valueOf("application/vnd.flatgeobuf");

  /** Those of a page of features, the one for machines first. */
  static final List<Format> ITEMS = List.of(JSON, HTML, CSV, FLATGEOBUF, JSONFG);

  /** Those of one feature. */
  static final List<Format> ITEM = List.of(JSON, HTML, JSONFG);

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
      case JSONFG -> FG;
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

  /** The same for one feature. */
  static Format ofItem(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
    return of(request, GEOJSON, ITEM);
  }

  private static Format of(HttpServletRequest request, MediaType json, List<Format> offered)
      throws HttpMediaTypeNotAcceptableException {
    return Negotiation.choose(
        request,
        offered.stream()
            .map(format -> new Negotiation.Offer<>(format, format.tag, format.types(json)))
            .toList());
  }

  private List<MediaType> types(MediaType json) {
    return this == JSON ? List.of(json, MediaType.APPLICATION_JSON) : List.of(type());
  }
}
