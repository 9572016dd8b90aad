package org.citygis.incidents;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.security.Action;
import org.citygis.security.Presence;
import org.citygis.security.User;
import org.citygis.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/** {@code /api/incidents}: search, register, change, live stream. */
@RestController
@RequestMapping("/api/incidents")
class IncidentController {
  private final Layers layers;
  private final Incidents incidents;
  private final IncidentDesk desk;
  private final IncidentStreams streams;
  private final SearchParameters parameters;

  IncidentController(
      Layers layers,
      Incidents incidents,
      IncidentDesk desk,
      IncidentStreams streams,
      SearchParameters parameters) {
    this.layers = layers;
    this.incidents = incidents;
    this.desk = desk;
    this.streams = streams;
    this.parameters = parameters;
  }

  @GetMapping
  ResponseEntity<Incidents.Found> search(User user, HttpServletRequest request) {
    OpenLayer layer = layers.open(user, Fields.LAYER, Action.QUERY);
    return fresh(incidents.search(layer, parameters.read(layer, request)));
  }

  @GetMapping("/{id}")
  ResponseEntity<Incident> one(User user, @PathVariable String id) {
    OpenLayer layer = layers.open(user, Fields.LAYER, Action.QUERY);
    return fresh(incidents.get(layer, Parameters.integer("id", id)));
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Incident> register(User user, @RequestBody JsonNode body) {
    Incident incident = desk.register(user, body);
    return ResponseEntity.created(URI.create("/api/incidents/" + incident.id())).body(incident);
  }

  @PatchMapping(
      path = "/{id}",
      consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
  Incident change(User user, @PathVariable String id, @RequestBody JsonNode body) {
    return desk.change(user, Parameters.integer("id", id), body);
  }

  @GetMapping("/stream")
  ResponseEntity<SseEmitter> stream(
      Presence presence,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
    Long after = lastEventId == null ? null : Parameters.integer("Last-Event-ID", lastEventId);
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .cacheControl(CacheControl.noStore())
        // nginx would hold events back otherwise.
        .header("X-Accel-Buffering", "no")
        .body(streams.open(presence, after));
  }

  private static <T> ResponseEntity<T> fresh(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }
}
