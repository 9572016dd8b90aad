package org.citygis.portal;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code citygis.saved_view}. */
@Repository
class ViewRecords {
  /** Without 0, 1, I, O and l, which look alike when a link is read aloud or copied from paper. */
  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  private static final int LENGTH = 8;
  private static final Pattern ID = Pattern.compile("[2-9A-HJ-NP-Za-km-z]{" + LENGTH + "}");

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  ViewRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One of some 10^14, so that the open ones are not found by trying. */
  String freshId() {
    StringBuilder id = new StringBuilder(LENGTH);
    random.ints(LENGTH, 0, LETTERS.length()).forEach(i -> id.append(LETTERS.charAt(i)));
    return id.toString();
  }

  Optional<SavedView> find(String id) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    return jdbc.sql("SELECT * FROM citygis.saved_view WHERE id = ?")
        .param(id)
        .query((row, n) -> view(row))
        .optional();
  }

  /** Newest first. */
  List<SavedView> of(String owner) {
    return jdbc.sql("SELECT * FROM citygis.saved_view WHERE owner = ? ORDER BY saved_at DESC, id")
        .param(owner)
        .query((row, n) -> view(row))
        .list();
  }

  /** Whether it was added: not when the owner has as many as that already. */
  boolean add(SavedView view, int most) {
    return jdbc.sql(
                """
                INSERT INTO citygis.saved_view (id, owner, name, address, is_open, saved_at)
                SELECT CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR),
                  CAST(? AS VARCHAR), CAST(? AS BOOLEAN), CAST(? AS TIMESTAMP WITH TIME ZONE)
                WHERE (SELECT count(*) FROM citygis.saved_view WHERE owner = ?) < ?""")
            .params(
                view.id(),
                view.owner(),
                view.name(),
                view.address(),
                view.open(),
                savedAt(view),
                view.owner(),
                most)
            .update()
        == 1;
  }

  void change(SavedView view) {
    jdbc.sql(
            "UPDATE citygis.saved_view SET name = ?, address = ?, is_open = ?, saved_at = ? WHERE id = ?")
        .params(view.name(), view.address(), view.open(), savedAt(view), view.id())
        .update();
  }

  void delete(String id) {
    jdbc.sql("DELETE FROM citygis.saved_view WHERE id = ?").param(id).update();
  }

  private static OffsetDateTime savedAt(SavedView view) {
    return OffsetDateTime.ofInstant(view.savedAt(), ZoneOffset.UTC);
  }

  private static SavedView view(ResultSet row) throws SQLException {
    return new SavedView(
        row.getString("id"),
        row.getString("owner"),
        row.getString("name"),
        row.getString("address"),
        row.getBoolean("is_open"),
        row.getObject("saved_at", OffsetDateTime.class).toInstant());
  }
}
