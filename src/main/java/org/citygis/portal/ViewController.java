package org.citygis.portal;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Saved views as JSON, and their short links. */
@RestController
class ViewController {
  private final SavedViews views;

  ViewController(SavedViews views) {
    this.views = views;
  }

  /**
   * @param link the short one, a path of this application
   * @param mine whether who asks may change it
   */
  record View(
      String id,
      String name,
      String address,
      boolean open,
      boolean mine,
      String link,
      @JsonProperty("saved_at") Instant savedAt) {}

  record Views(List<View> views, int most) {}

  /** What is to be saved or changed; what is left out stays, and a new view is private. */
  record Draft(@Nullable String name, @Nullable String address, @Nullable Boolean open) {}

  @GetMapping("/api/views")
  Views list(User user, HttpServletRequest request) {
    return new Views(
        views.of(user).stream().map(it -> view(it, user, request)).toList(),
        SavedViews.MOST_PER_OWNER);
  }

  @PostMapping("/api/views")
  ResponseEntity<View> save(@RequestBody Draft draft, User user, HttpServletRequest request) {
    SavedView saved =
        views.add(
            user,
            needed("name", draft.name()),
            needed("address", draft.address()),
            Boolean.TRUE.equals(draft.open()));
    return ResponseEntity.created(URI.create(request.getContextPath() + "/api/views/" + saved.id()))
        .body(view(saved, user, request));
  }

  @GetMapping("/api/views/{id}")
  View get(@PathVariable String id, User user, HttpServletRequest request) {
    return view(views.get(user, id), user, request);
  }

  @PatchMapping("/api/views/{id}")
  View change(
      @PathVariable String id, @RequestBody Draft draft, User user, HttpServletRequest request) {
    return view(views.change(user, id, draft.name(), draft.address(), draft.open()), user, request);
  }

  @DeleteMapping("/api/views/{id}")
  ResponseEntity<Void> delete(@PathVariable String id, User user) {
    views.delete(user, id);
    return ResponseEntity.noContent().build();
  }

  /**
   * The short link leads to the portal, which shows what this user may see of it. The portal also
   * says that there is no such view, where a person can sign in and try again.
   */
  @GetMapping("/v/{id}")
  ResponseEntity<Void> open(@PathVariable String id, User user, HttpServletRequest request) {
    String query = views.find(user, id).map(SavedView::address).orElse("lost=view");
    return ResponseEntity.status(HttpStatus.FOUND)
        .cacheControl(CacheControl.noStore())
        .location(URI.create(request.getContextPath() + "/?" + query))
        .build();
  }

  private static View view(SavedView view, User user, HttpServletRequest request) {
    return new View(
        view.id(),
        view.name(),
        view.address(),
        view.open(),
        !user.isAnonymous() && view.owner().equals(user.name()),
        request.getContextPath() + "/v/" + view.id(),
        view.savedAt());
  }

  private static String needed(String field, @Nullable String value) {
    if (value == null) {
      throw Problem.Invalid.parameter(field, "", Text.of("一段文字", "a text"));
    }
    return value;
  }
}
