package org.citygis.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The map alone, for frames of other sites. Who may frame it says {@code citygis.embed}. */
@RestController
class EmbedController {
  private static final Resource PAGE = new ClassPathResource("static/embed.html");

  private final SavedViews views;

  EmbedController(SavedViews views) {
    this.views = views;
  }

  @GetMapping("/embed")
  ResponseEntity<Resource> page() {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_HTML)
        .cacheControl(CacheControl.noCache())
        .body(PAGE);
  }

  /** A saved view; only one that is open to everybody, for a frame has no sign-in. */
  @GetMapping("/embed/{id}")
  ResponseEntity<Void> view(@PathVariable String id, HttpServletRequest request) {
    SavedView view =
        views
            .find(User.ANONYMOUS, id)
            .orElseThrow(
                () ->
                    new Problem.NotFound(
                        Text.of(
                            "没有公开的视图“%s”。".formatted(id),
                            "There is no open view '%s'.".formatted(id))));
    return ResponseEntity.status(HttpStatus.FOUND)
        .cacheControl(CacheControl.noStore())
        .location(URI.create(request.getContextPath() + "/embed?" + view.address()))
        .build();
  }
}
