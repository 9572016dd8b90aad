package org.citygis.ingest.mapping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The kept mappings of all departments. */
@Component
public class Profiles {
  private static final int MOST_PER_LAYER = 50;
  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
  private static final TypeReference<Map<String, @Nullable String>> MAPPING =
      new TypeReference<>() {};
  private static final TypeReference<Map<String, Map<String, String>>> CODES =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Profiles(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Keeps a profile in place of the department's one of the same name; the oldest give way. */
  @Transactional
  public void save(Profile profile) {
    jdbc.sql("DELETE FROM citygis.import_profile WHERE department = ? AND layer = ? AND name = ?")
        .params(profile.department(), profile.layer(), profile.name())
        .update();
    jdbc.sql(
            """
            INSERT INTO citygis.import_profile
              (id, department, layer, name, fields, mapping, codes, saved_at, saved_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            profile.id(),
            profile.department(),
            profile.layer(),
            profile.name(),
            json.writeValueAsString(profile.fields()),
            json.writeValueAsString(profile.mapping()),
            json.writeValueAsString(profile.codes()),
            OffsetDateTime.ofInstant(profile.savedAt(), ZoneOffset.UTC),
            profile.savedBy())
        .update();
    list(profile.layer()).stream()
        .filter(other -> other.department().equals(profile.department()))
        .skip(MOST_PER_LAYER)
        .forEach(other -> delete(other.id()));
  }

  /** Those for a layer, newest first. */
  public List<Profile> list(String layer) {
    return jdbc.sql(
            "SELECT * FROM citygis.import_profile WHERE layer = ? ORDER BY saved_at DESC, name")
        .param(layer)
        .query((row, n) -> profile(row))
        .list();
  }

  /** All of them, newest first. */
  public List<Profile> list() {
    return jdbc.sql("SELECT * FROM citygis.import_profile ORDER BY saved_at DESC, name")
        .query((row, n) -> profile(row))
        .list();
  }

  public Optional<Profile> find(String id) {
    return jdbc.sql("SELECT * FROM citygis.import_profile WHERE id = ?")
        .param(id)
        .query((row, n) -> profile(row))
        .optional();
  }

  public void delete(String id) {
    jdbc.sql("DELETE FROM citygis.import_profile WHERE id = ?").param(id).update();
  }

  private Profile profile(ResultSet row) throws SQLException {
    return new Profile(
        row.getString("id"),
        row.getString("department"),
        row.getString("layer"),
        row.getString("name"),
        json.readValue(row.getString("fields"), NAMES),
        json.readValue(row.getString("mapping"), MAPPING),
        json.readValue(row.getString("codes"), CODES),
        row.getObject("saved_at", OffsetDateTime.class).toInstant(),
        row.getString("saved_by"));
  }
}
