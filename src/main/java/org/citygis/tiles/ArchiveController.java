package org.citygis.tiles;

import java.nio.file.Path;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A public layer's tiles in one file, in whole or, as a map reads it, in parts. */
@RestController
class ArchiveController {
  private static final String PMTILES = "application/vnd.pmtiles";

  private final Layers layers;
  private final Archives archives;

  ArchiveController(Layers layers, Archives archives) {
    this.layers = layers;
    this.archives = archives;
  }

  @GetMapping(path = "/api/layers/{id}/export", params = "f=pmtiles")
  ResponseEntity<Resource> archive(@PathVariable String id, User user) {
    OpenLayer layer = layers.open(user, id, Action.QUERY);
    Path file = archives.get(layer);
    String disposition =
        ContentDisposition.attachment().filename(id + ".pmtiles").build().toString();
    return ResponseEntity.ok()
        .eTag("\"" + file.getFileName() + "\"")
        .cacheControl(CacheControl.noCache().cachePublic())
        .header(HttpHeaders.CONTENT_TYPE, PMTILES)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
        .body(new FileSystemResource(file));
  }
}
