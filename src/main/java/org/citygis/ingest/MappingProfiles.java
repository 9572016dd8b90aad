package org.citygis.ingest;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.citygis.catalog.LayerDefinition;
import org.citygis.ingest.doctor.Checked;
import org.citygis.ingest.mapping.FieldMapping;
import org.citygis.ingest.mapping.Profile;
import org.citygis.ingest.mapping.Profiles;
import org.citygis.ingest.source.SourceField;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The kept mappings as a user sees them: those of his department, an administrator all. */
@Component
final class MappingProfiles {
  private static final int LONGEST_NAME = 100;

  /** What is asked for where no profile is wanted. */
  private static final String NONE = "none";

  private final Profiles profiles;
  private final Clock clock;

  MappingProfiles(Profiles profiles, Clock clock) {
    this.profiles = profiles;
    this.clock = clock;
  }

  /** The name to keep a mapping under, null for not at all. */
  static @Nullable String name(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    String stripped = name.strip();
    if (stripped.length() > LONGEST_NAME) {
      throw Problem.Invalid.parameter(
          "profile", name, Text.of("1 至 100 个字符的名称", "a name of 1 to 100 characters"));
    }
    return stripped;
  }

  /** Keeps what a publication was mapped by, for the department that has the layer. */
  void save(
      User user, LayerDefinition layer, Publication wanted, FieldMapping mapping, Checked file) {
    String name = name(wanted.profile());
    if (name == null) {
      return;
    }
    Map<String, @Nullable String> kept = new LinkedHashMap<>(mapping.described(file.fields()));
    if (wanted.mapping() != null) {
      wanted.mapping().forEach(kept::putIfAbsent);
    }
    profiles.save(
        new Profile(
            UUID.randomUUID().toString(),
            layer.department(),
            layer.id(),
            name,
            names(file),
            kept,
            wanted.codes() == null ? Map.of() : wanted.codes(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            user.name()));
  }

  static List<String> names(Checked file) {
    return file.fields().stream().map(SourceField::name).toList();
  }

  /**
   * @param layer null for every layer
   */
  List<Profile> list(User user, @Nullable String layer) {
    List<Profile> all = layer == null ? profiles.list() : profiles.list(layer);
    return all.stream().filter(profile -> user.belongsTo(profile.department())).toList();
  }

  /**
   * The profile that somebody chose, nothing where he wants {@code none}, else the newest one made
   * for files with these fields.
   */
  Optional<Profile> choose(List<Profile> offered, @Nullable String id, List<String> fields) {
    if (NONE.equals(id)) {
      return Optional.empty();
    }
    if (id == null || id.isBlank()) {
      return offered.stream().filter(profile -> profile.fits(fields)).findFirst();
    }
    Optional<Profile> chosen =
        offered.stream().filter(profile -> profile.id().equals(id)).findFirst();
    if (chosen.isEmpty()) {
      throw Problem.Invalid.parameter(
          "profile",
          id,
          Text.of("本部门该图层的对应方案编号", "the id of a profile of your department for this layer"));
    }
    return chosen;
  }

  void delete(User user, String id) {
    Profile profile =
        profiles
            .find(id)
            .filter(found -> user.belongsTo(found.department()))
            .orElseThrow(
                () ->
                    new Problem.NotFound(
                        Text.of(
                            "没有您可以删除的对应方案 %s。".formatted(id),
                            "There is no mapping profile %s that you may delete.".formatted(id))));
    profiles.delete(profile.id());
  }
}
