package org.citygis.ingest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.citygis.catalog.Layer;
import org.citygis.catalog.Layers;
import org.citygis.catalog.StagedVersion;
import org.citygis.catalog.StagedVersions;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.Role;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What follows a publication: commit or discard a staged version, look at the rows left out. */
@RestController
@RequestMapping("/api/imports/{id}")
class PublicationController {
  private final Imports imports;
  private final Layers layers;
  private final StagedVersions staged;
  private final RejectedLists lists;

  PublicationController(
      Imports imports, Layers layers, StagedVersions staged, RejectedLists lists) {
    this.imports = imports;
    this.layers = layers;
    this.staged = staged;
    this.lists = lists;
  }

  record Committed(String layer, int version) {}

  /** Makes the staged version the current one. */
  @PostMapping("/commit")
  Committed commit(@PathVariable String id, User user) {
    StagedVersion version = staged(id, user);
    Layer layer = staged.commit(user, version);
    imports.find(user, id).ifPresent(imports::forget);
    return new Committed(layer.id(), layer.currentVersion().number());
  }

  @DeleteMapping("/publication")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@PathVariable String id, User user) {
    staged.discard(staged(id, user));
  }

  /** The staged version, to who made it or an administrator, while he may publish to its layer. */
  private StagedVersion staged(String id, User user) {
    StagedVersion version =
        staged
            .find(id)
            .filter(
                it -> it.version().createdBy().equals(user.name()) || user.has(Role.ADMINISTRATOR))
            .orElseThrow(
                () ->
                    new Problem.NotFound(
                            Text.of(
                                "导入 %s 没有待提交的版本。".formatted(id),
                                "No version of import %s waits to be committed.".formatted(id)))
                        .about("id", id, Text.of("您自己的导入编号", "the id of an import of yours")));
    Definitions.mayImport(user);
    if (version.definition() == null
        || layers.all().stream().anyMatch(layer -> layer.id().equals(version.layer()))) {
      layers.open(user, version.layer(), Action.PUBLISH);
    }
    return version;
  }

  /** Rows that were left out, mended or the reason of a refusal. */
  @GetMapping("/rejected.csv")
  ResponseEntity<Resource> rejected(@PathVariable String id, User user) {
    Path list =
        lists
            .find(id, user)
            .orElseThrow(
                () ->
                    new Problem.NotFound(
                        Text.of(
                            "导入 %s 没有被跳过或修复的行。".formatted(id),
                            "No rows of import %s were left out or repaired.".formatted(id))));
    ContentDisposition name =
        ContentDisposition.attachment()
            .filename("rejected-%s.csv".formatted(id), StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body(new FileSystemResource(list));
  }
}
