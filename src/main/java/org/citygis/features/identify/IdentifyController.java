package org.citygis.features.identify;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.citygis.catalog.Field;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.features.labels.FieldLabels;
import org.citygis.geo.Crs;
import org.citygis.geo.LonLat;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.DatabaseFailures;
import org.citygis.web.Deadline;
import org.citygis.web.Parameters;
import org.citygis.web.Query;
import org.citygis.web.geojson.GeoJsonShape;
import org.citygis.web.geojson.JsonBytes;
import org.citygis.web.geojson.JsonValues;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is at this place, in the layers that the user may see, the topmost layer first. A layer that
 * does not answer in time is told, and the others are not lost by it.
 */
@RestController
class IdentifyController {
  private static final Set<String> KNOWN =
      Set.of("lon", "lat", "zoom", "layers", "tolerance", "limit");
  private static final int DEFAULT_ZOOM = 16;
  private static final int DEFAULT_PIXELS = 6;
  private static final int MAX_PIXELS = 50;
  private static final int DEFAULT_LIMIT = 10;
  private static final int MAX_LIMIT = 50;
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Layers layers;
  private final FeatureStore store;
  private final FieldLabels labels;

  IdentifyController(Layers layers, FeatureStore store, FieldLabels labels) {
    this.layers = layers;
    this.store = store;
    this.labels = labels;
  }

  @GetMapping(path = "/api/identify", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] identify(
      @RequestParam String lon,
      @RequestParam String lat,
      User user,
      Lang lang,
      HttpServletRequest request) {
    Query query = Query.of(request, KNOWN);
    LonLat place = new LonLat(Parameters.number("lon", lon), Parameters.number("lat", lat));
    double zoom = within("zoom", query.find("zoom"), DEFAULT_ZOOM, 24);
    double pixels = within("tolerance", query.find("tolerance"), DEFAULT_PIXELS, MAX_PIXELS);
    int limit = Parameters.limit(query.find("limit"), DEFAULT_LIMIT, MAX_LIMIT);
    LayerProbe probe =
        new LayerProbe(store, Probe.of(place, zoom, pixels), lang, limit, Deadline.in(LONGEST));
    List<Silent> silent = new ArrayList<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonBytes out = new JsonBytes(bytes);
    out.raw("{\"results\":[");
    boolean first = true;
    for (OpenLayer layer : asked(query.find("layers"), user)) {
      List<Field> fields = VisibleFields.of(layer);
      LayerProbe.Answer answer = find(probe, layer, fields, silent);
      if (!answer.hits().isEmpty()) {
        out.raw(first ? "" : ",");
        write(layer, fields, answer, lang, out);
        first = false;
      }
    }
    out.raw("],\"failed\":[");
    for (int i = 0; i < silent.size(); i++) {
      out.raw(i == 0 ? "{\"layer\":" : ",{\"layer\":").string(silent.get(i).layer);
      out.raw(",\"detail\":").string(silent.get(i).why.in(lang)).raw('}');
    }
    out.raw("]}").flush();
    return bytes.toByteArray();
  }

  /** A layer without answer, and why: the others are told all the same. */
  private record Silent(String layer, Text why) {}

  private static LayerProbe.Answer find(
      LayerProbe probe, OpenLayer layer, List<Field> fields, List<Silent> silent) {
    try {
      return probe.find(layer, fields);
    } catch (Problem.Unavailable | DataAccessException | TransactionException e) {
      Text why =
          e instanceof Problem problem
              ? problem.detail()
              : DatabaseFailures.find(e).map(Problem::detail).orElseThrow(() -> e);
      silent.add(new Silent(layer.layer().id(), why));
      return new LayerProbe.Answer(List.of(), false);
    }
  }

  private List<OpenLayer> asked(@Nullable String ids, User user) {
    List<OpenLayer> asked =
        ids == null
            ? layers.list(user, Action.QUERY)
            : Arrays.stream(ids.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .map(id -> layers.open(user, id, Action.QUERY))
                .toList();
    return asked.stream()
        .sorted(Comparator.comparingInt((OpenLayer l) -> l.definition().order()).reversed())
        .toList();
  }

  private void write(
      OpenLayer layer, List<Field> fields, LayerProbe.Answer answer, Lang lang, JsonBytes out) {
    List<Hit> hits = answer.hits();
    GeometryColumn geometry = layer.table().geometry();
    if (geometry == null) {
      return;
    }
    GeoJsonShape shapes = new GeoJsonShape(geometry.crs(), Crs.CRS84);
    out.raw("{\"layer\":").string(layer.layer().id());
    out.raw(",\"title\":").string(layer.definition().title().in(lang));
    out.raw(",\"more\":").raw(String.valueOf(answer.more())).raw(",\"features\":[");
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      out.raw(i == 0 ? "{\"fid\":" : ",{\"fid\":").integer(hit.fid());
      out.raw(",\"title\":").string(hit.title());
      out.raw(",\"properties\":[");
      for (int f = 0; f < fields.size(); f++) {
        out.raw(f == 0 ? "" : ",");
        property(fields.get(f), hit.values().get(f), lang, out);
      }
      out.raw("],\"geometry\":");
      shapes.write(hit.wkb(), out);
      out.raw('}');
    }
    out.raw("]}");
  }

  private void property(Field field, @Nullable Object value, Lang lang, JsonBytes out) {
    out.raw("{\"name\":").string(field.name());
    out.raw(",\"alias\":").string(field.alias().in(lang));
    out.raw(",\"value\":");
    JsonValues.write(value, out);
    out.raw(",\"label\":");
    JsonValues.write(labels.meaning(field, value, lang), out);
    out.raw(",\"unit\":");
    JsonValues.write(field.unit(), out);
    out.raw('}');
  }

  private static double within(
      String parameter, @Nullable String text, double otherwise, int maximum) {
    if (text == null) {
      return otherwise;
    }
    double value = Parameters.number(parameter, text);
    if (value < 0 || value > maximum) {
      throw Problem.Invalid.parameter(
          parameter, text, Text.of("0 至 " + maximum + " 的数", "a number from 0 to " + maximum));
    }
    return value;
  }
}
