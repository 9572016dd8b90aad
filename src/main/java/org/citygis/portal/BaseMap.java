package org.citygis.portal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A ground that the portal's map can stand on, as it is configured.
 *
 * @param id in addresses of views
 * @param attribution whose it is; where it is left out, the usual one of 天地图 and OSM
 * @param coordinates GCJ02 for services that displace their pictures, as Amap's; the portal then
 *     puts the pictures back where they belong
 * @param url of XYZ: with {z}, {x}, {y} (or {-y}) and {s}; of WMS: the address of the service.
 *     {@code https://}, {@code http://} or a path of this application
 * @param layers of LAYERS: ids in the catalogue; of WMS: names; of TIANDITU: codes of its sheets in
 *     Web Mercator, lowest first, such as vec and cva
 * @param subdomains what {s} in the address stands for
 * @param token of TIANDITU: the key for browsers. Every visitor's browser sends it, so restrict it
 *     to the portal's domain where it was issued
 * @param minZoom least zoom of the service
 * @param maxZoom most zoom of the service; beyond it pictures are enlarged
 */
record BaseMap(
    String id,
    Kind kind,
    Text title,
    @Nullable Text attribution,
    @DefaultValue("WGS84") Coordinates coordinates,
    @Nullable String url,
    @DefaultValue List<String> layers,
    @DefaultValue List<String> subdomains,
    @DefaultValue("") String token,
    @DefaultValue("0") int minZoom,
    @DefaultValue("18") int maxZoom) {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,31}");
  private static final Pattern WORD = Pattern.compile("[\\w.:-]{1,100}");
  private static final Pattern SUBDOMAIN = Pattern.compile("[a-z0-9-]{1,20}");

  /** Groups: origin. Its letters are those that a content security policy takes as a source. */
  private static final Pattern ADDRESS =
      Pattern.compile("(https?://[a-z0-9.{}-]+(?::\\d{1,5})?)?/[\\w!$&'()*+,./:=?@{}%~-]*");

  private static final List<String> EIGHT = List.of("0", "1", "2", "3", "4", "5", "6", "7");

  /** What kind of service it comes from. */
  enum Kind {
    /** Layers of our own catalogue, which the portal draws. */
    LAYERS,
    XYZ,
    WMS,
    TIANDITU,
    OSM
  }

  /** What the pictures' coordinates mean. */
  enum Coordinates {
    /** As they are: WGS 84 or CGCS2000. */
    WGS84,
    /** Displaced by up to some 700 m within China. */
    GCJ02
  }

  /**
   * One of the services whose pictures lie on each other.
   *
   * @param layers names in a WMS, empty for tiles
   */
  record Sheet(String url, String layers) {}

  BaseMap {
    layers = List.copyOf(layers);
    subdomains = kind == Kind.TIANDITU && subdomains.isEmpty() ? EIGHT : List.copyOf(subdomains);
    if (kind == Kind.TIANDITU && layers.isEmpty()) {
      layers = List.of("vec", "cva");
    }
    if (kind == Kind.OSM && url == null) {
      url = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
    }
    check(ID.matcher(id).matches(), id, "id", "a lower-case word of at most 32 letters");
    check(
        minZoom >= 0 && minZoom <= maxZoom && maxZoom <= 22,
        id,
        "min-zoom and max-zoom",
        "0 to 22, in order");
    check(all(layers, WORD), id, "layers", "names of letters, digits, '.', ':', '_' and '-'");
    check(all(subdomains, SUBDOMAIN), id, "subdomains", "words such as a, b, c");
    String address = url == null ? "" : url;
    switch (kind) {
      case LAYERS -> check(!layers.isEmpty(), id, "layers", "at least one id of a layer");
      case XYZ, OSM ->
          check(
              ADDRESS.matcher(address).matches()
                  && address.contains("{z}")
                  && address.contains("{x}")
                  && (address.contains("{y}") || address.contains("{-y}")),
              id,
              "url",
              "an address with {z}, {x} and {y}");
      case WMS ->
          check(
              ADDRESS.matcher(address).matches() && !layers.isEmpty(),
              id,
              "url and layers",
              "the address of a WMS and names of its layers");
      case TIANDITU ->
          check(
              token.matches("[0-9A-Za-z]{8,64}"),
              id,
              "token",
              "the key for browsers that tianditu.gov.cn issued");
    }
    check(
        !address.contains("{s}") || !subdomains.isEmpty(),
        id,
        "subdomains",
        "what {s} in url stands for");
  }

  /** The services whose pictures it shows, lowest first; none for our own layers. */
  List<Sheet> sheets() {
    return switch (kind) {
      case LAYERS -> List.of();
      case XYZ, OSM -> List.of(new Sheet(address(), ""));
      case WMS -> List.of(new Sheet(address(), String.join(",", layers)));
      case TIANDITU -> layers.stream().map(sheet -> new Sheet(tianditu(sheet), "")).toList();
    };
  }

  Text credit() {
    Text said =
        attribution != null
            ? attribution
            : switch (kind) {
              case TIANDITU -> Text.of("© 天地图", "© Tianditu (Map World)");
              case OSM -> Text.of("© OpenStreetMap 贡献者", "© OpenStreetMap contributors");
              case LAYERS, XYZ, WMS -> Text.same("");
            };
    return coordinates == Coordinates.WGS84
        ? said
        : Text.of(
            (said.zh() + " · GCJ-02 底图已纠偏").replaceFirst("^ · ", ""),
            (said.en() + " · GCJ-02 pictures put back in place").replaceFirst("^ · ", ""));
  }

  /** Where the pictures come from, {@code https://host:port}, without what is our own. */
  Set<String> origins() {
    Set<String> origins = new LinkedHashSet<>();
    for (Sheet sheet : sheets()) {
      Matcher address = ADDRESS.matcher(sheet.url());
      String origin = address.matches() ? address.group(1) : null;
      if (origin == null) {
        continue;
      }
      if (origin.contains("{s}")) {
        subdomains.forEach(it -> origins.add(origin.replace("{s}", it)));
      } else {
        origins.add(origin);
      }
    }
    return origins;
  }

  private String address() {
    return url == null ? "" : url;
  }

  private String tianditu(String sheet) {
    return "https://t{s}.tianditu.gov.cn/"
        + sheet
        + "_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER="
        + sheet
        + "&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk="
        + token;
  }

  private static boolean all(List<String> words, Pattern pattern) {
    return words.stream().allMatch(word -> pattern.matcher(word).matches());
  }

  private static void check(boolean right, String id, String property, String expected) {
    if (!right) {
      throw new IllegalArgumentException(
          "citygis.base-maps, base map '%s': %s has to be %s".formatted(id, property, expected));
    }
  }
}
