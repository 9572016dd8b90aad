package org.citygis.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts in the database. */
@Repository
class Accounts {
  /** ASCII only, so that no two names look alike. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,63}");

  private final JdbcClient jdbc;
  private final Clock clock;

  Accounts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A name that was typed, as it is looked up, counted and written down: short, lower case. */
  static String normalised(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}._@-]", "?");
    return lower.length() <= 64 ? lower : lower.substring(0, 64);
  }

  boolean isEmpty() {
    return jdbc.sql("SELECT count(*) FROM citygis.account").query(Long.class).single() == 0;
  }

  Optional<Account> find(String name) {
    String normalised = normalised(name);
    if (!NAME.matcher(normalised).matches()) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            SELECT name, password, credential, title_zh, title_en, department, roles, enabled
            FROM citygis.account WHERE name = ?""")
        .param(normalised)
        .query(Accounts::account)
        .optional();
  }

  void add(User user, String passwordHash) {
    if (!NAME.matcher(user.name()).matches()) {
      throw new IllegalArgumentException("not an account name: " + user.name());
    }
    jdbc.sql(
            """
            INSERT INTO citygis.account
              (name, password, credential, title_zh, title_en, department, roles, enabled, created_at)
            VALUES (?, ?, 1, ?, ?, ?, ?, TRUE, ?)""")
        .param(user.name())
        .param(passwordHash)
        .param(user.titleZh())
        .param(user.titleEn())
        .param(user.department())
        .param(user.roles().stream().map(Role::tag).sorted().collect(Collectors.joining(",")))
        .param(OffsetDateTime.now(clock))
        .update();
  }

  /** Returns whether there is such an account. */
  boolean changePassword(String name, String passwordHash) {
    return jdbc.sql(
                "UPDATE citygis.account SET password = ?, credential = credential + 1 WHERE name = ?")
            .params(passwordHash, normalised(name))
            .update()
        == 1;
  }

  void setEnabled(String name, boolean enabled) {
    jdbc.sql("UPDATE citygis.account SET enabled = ? WHERE name = ?")
        .params(enabled, normalised(name))
        .update();
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    User user =
        new User(
            row.getString("name"),
            row.getString("title_zh"),
            row.getString("title_en"),
            row.getString("department"),
            roles(row.getString("roles")));
    return new Account(
        user, row.getString("password"), row.getInt("credential"), row.getBoolean("enabled"));
  }

  private static Set<Role> roles(String tags) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(tags.split(","))
        .filter(tag -> !tag.isEmpty())
        .forEach(tag -> roles.add(Role.valueOf(tag.toUpperCase(Locale.ROOT))));
    return roles;
  }
}
