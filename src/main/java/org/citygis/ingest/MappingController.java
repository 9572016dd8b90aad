package org.citygis.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.citygis.catalog.Field;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.Layers;
import org.citygis.ingest.doctor.Checked;
import org.citygis.ingest.mapping.CodeMatcher;
import org.citygis.ingest.mapping.FieldMapping;
import org.citygis.ingest.mapping.FieldMatch;
import org.citygis.ingest.mapping.Fit;
import org.citygis.ingest.mapping.Profile;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.UnreadableFile;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.ColumnType;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How a file that somebody sent meets a layer, and the mappings that his department keeps. */
@RestController
@RequestMapping("/api")
class MappingController {
  private final Imports imports;
  private final Layers layers;
  private final CodeMatchers codeMatchers;
  private final MappingProfiles profiles;
  private final ImportSettings settings;

  MappingController(
      Imports imports,
      Layers layers,
      CodeMatchers codeMatchers,
      MappingProfiles profiles,
      ImportSettings settings) {
    this.imports = imports;
    this.layers = layers;
    this.codeMatchers = codeMatchers;
    this.profiles = profiles;
    this.settings = settings;
  }

  record Question(@Nullable Integer dataset, @Nullable String layer, @Nullable String profile) {}

  /**
   * @param source the file's field, null where it has none
   * @param conversion what happens to the values, null without a source
   * @param decided codes of values of the file that the profile remembers
   * @param unmatched values of the file that mean no code
   */
  record FieldView(
      String field,
      Text alias,
      String type,
      @Nullable String codes,
      @Nullable String source,
      String by,
      @Nullable String conversion,
      Map<String, String> decided,
      List<UnmatchedCodes.Value> unmatched) {}

  record Named(String id, String name) {}

  record ProfileView(
      String id,
      String layer,
      String department,
      String name,
      Map<String, @Nullable String> mapping,
      Map<String, Map<String, String>> codes,
      @JsonProperty("saved_at") Instant savedAt,
      @JsonProperty("saved_by") String savedBy) {
    static ProfileView of(Profile profile) {
      return new ProfileView(
          profile.id(),
          profile.layer(),
          profile.department(),
          profile.name(),
          profile.mapping(),
          profile.codes(),
          profile.savedAt(),
          profile.savedBy());
    }
  }

  /**
   * @param unused fields of the file that go nowhere
   * @param profile the one that was used
   */
  record Answer(
      String layer,
      @Nullable String key,
      List<FieldView> fields,
      List<String> unused,
      @Nullable Named profile,
      List<ProfileView> profiles) {}

  record ProfileList(List<ProfileView> profiles) {}

  @PostMapping("/imports/{id}/mapping")
  Answer mapping(@PathVariable String id, @RequestBody Question question, User user) {
    Import of = imports.get(user, id);
    int index = Objects.requireNonNullElse(question.dataset(), 0);
    Checked checked = of.layer(index).checked();
    if (checked == null) {
      throw new Problem.Conflict(Text.of("此数据集无法读取。", "This dataset cannot be read."));
    }
    String layer = Objects.requireNonNullElse(question.layer(), "");
    LayerDefinition definition = layers.open(user, layer, Action.PUBLISH).definition();
    List<Profile> offered = profiles.list(user, definition.id());
    Profile profile =
        profiles.choose(offered, question.profile(), MappingProfiles.names(checked)).orElse(null);
    List<FieldMatch> matches = matches(definition.fields(), checked, profile);
    Map<Integer, List<UnmatchedCodes.Value>> unmatched =
        unmatched(of, index, checked, definition, matches, profile);
    return new Answer(
        definition.id(),
        definition.key(),
        matches.stream().map(match -> view(match, checked, profile, unmatched)).toList(),
        unused(checked, matches),
        profile == null ? null : new Named(profile.id(), profile.name()),
        offered.stream().map(ProfileView::of).toList());
  }

  /** What the profile says of the file's fields comes first, the names say the rest. */
  private static List<FieldMatch> matches(
      List<Field> declared, Checked checked, @Nullable Profile profile) {
    List<FieldMatch> byName = FieldMatch.find(declared, checked.fields());
    if (profile == null) {
      return byName;
    }
    List<String> names = MappingProfiles.names(checked);
    Map<String, @Nullable String> usable = new HashMap<>();
    profile
        .mapping()
        .forEach(
            (field, source) -> {
              boolean declares = declared.stream().anyMatch(it -> it.name().equals(field));
              if (declares && (source == null || names.contains(source))) {
                usable.put(field, source);
              }
            });
    FieldMapping mapping = FieldMapping.of(declared, checked.fields(), usable);
    List<FieldMatch> matches = new ArrayList<>();
    for (FieldMatch match : byName) {
      String field = match.field().name();
      int at = mapping.source(field);
      FieldMatch.By by =
          at < 0
              ? FieldMatch.By.NONE
              : usable.containsKey(field) ? FieldMatch.By.PROFILE : match.by();
      matches.add(new FieldMatch(match.field(), at, by));
    }
    return matches;
  }

  private Map<Integer, List<UnmatchedCodes.Value>> unmatched(
      Import of,
      int index,
      Checked checked,
      LayerDefinition definition,
      List<FieldMatch> matches,
      @Nullable Profile profile) {
    Map<String, CodeMatcher> matchers =
        codeMatchers.of(definition.fields(), decided(definition, profile));
    Map<Integer, CodeMatcher> bySource = new HashMap<>();
    for (FieldMatch match : matches) {
      CodeMatcher matcher = matchers.get(match.field().name());
      if (match.source() >= 0 && matcher != null) {
        bySource.put(match.source(), matcher);
      }
    }
    if (bySource.isEmpty()) {
      return Map.of();
    }
    of.use();
    try (FeatureSource source =
        Formats.open(of.unpacked().layers().get(index), checked.encoding(), settings.problems())) {
      return UnmatchedCodes.find(source, bySource);
    } catch (UnreadableFile e) {
      throw new Problem.Invalid(e.finding().message());
    } finally {
      of.release();
    }
  }

  /** What the profile decided, as far as the code lists still have it. */
  private Map<String, Map<String, String>> decided(
      LayerDefinition definition, @Nullable Profile profile) {
    if (profile == null) {
      return Map.of();
    }
    Map<String, CodeMatcher> matchers = codeMatchers.of(definition.fields(), null);
    Map<String, Map<String, String>> valid = new HashMap<>();
    profile
        .codes()
        .forEach(
            (field, codes) -> {
              CodeMatcher matcher = matchers.get(field);
              if (matcher != null) {
                Map<String, String> kept = new HashMap<>(codes);
                kept.values().removeIf(code -> !matcher.knows(code));
                valid.put(field, kept);
              }
            });
    return valid;
  }

  private FieldView view(
      FieldMatch match,
      Checked checked,
      @Nullable Profile profile,
      Map<Integer, List<UnmatchedCodes.Value>> unmatched) {
    Field field = match.field();
    int at = match.source();
    return new FieldView(
        field.name(),
        field.alias(),
        field.type().name().toLowerCase(Locale.ROOT),
        field.codes(),
        at < 0 ? null : checked.fields().get(at).name(),
        match.by().tag(),
        at < 0
            ? null
            : Fit.of(
                    checked.fields().get(at).kind(),
                    checked.types().get(at) == ColumnType.INTEGER,
                    field.type())
                .tag(),
        profile == null ? Map.of() : profile.codes().getOrDefault(field.name(), Map.of()),
        unmatched.getOrDefault(at, List.of()));
  }

  private static List<String> unused(Checked checked, List<FieldMatch> matches) {
    List<Integer> used = matches.stream().map(FieldMatch::source).toList();
    List<String> unused = new ArrayList<>();
    for (int i = 0; i < checked.fields().size(); i++) {
      if (!used.contains(i)) {
        unused.add(checked.fields().get(i).name());
      }
    }
    return unused;
  }

  @GetMapping("/import-profiles")
  ProfileList profiles(@RequestParam Optional<String> layer, User user) {
    Definitions.mayImport(user);
    return new ProfileList(
        profiles.list(user, layer.orElse(null)).stream().map(ProfileView::of).toList());
  }

  @DeleteMapping("/import-profiles/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String id, User user) {
    Definitions.mayImport(user);
    profiles.delete(user, id);
  }
}
