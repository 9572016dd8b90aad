package org.citygis.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.citygis.security.SignInAttempt;
import org.citygis.security.User;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes and checks the trail. What is left to an outside checkpoint: somebody who may write to the
 * database can cut off the end of the trail together with its head.
 */
@Component
public class Audit {
  /**
   * What a check found.
   *
   * @param entries how many entries there are
   * @param firstBroken the number of the first that was changed, is missing or out of order; null
   *     when the trail is whole
   */
  public record Verification(long entries, @Nullable Long firstBroken) {
    public boolean isWhole() {
      return firstBroken == null;
    }
  }

  private record Head(long number, String hash) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Audit(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Adds an entry, in the running transaction where there is one: then both are kept or neither.
   * Call it last in the transaction, since other writers wait for its end.
   *
   * @param action a verb such as {@code publish}
   * @param object what it was done to, such as {@code incidents/17}
   */
  public void record(User who, String action, String object, String detail) {
    record(who.name(), action, object, detail);
  }

  @EventListener
  void on(SignInAttempt attempt) {
    String action = attempt.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    record(attempt.name(), action, "session", attempt.address());
  }

  private void record(String who, String action, String object, String detail) {
    transaction.executeWithoutResult(
        status -> {
          Head head = head("FOR UPDATE");
          AuditEntry entry =
              new AuditEntry(head.number() + 1, clock.instant(), who, action, object, detail);
          String hash = entry.hash(head.hash());
          jdbc.sql(
                  """
                  INSERT INTO citygis.audit_entry
                    (number, written_at, who, action, object, detail, hash)
                  VALUES (?, ?, ?, ?, ?, ?, ?)""")
              .params(
                  entry.number(),
                  OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC),
                  entry.who(),
                  entry.action(),
                  entry.object(),
                  entry.detail(),
                  hash)
              .update();
          jdbc.sql("UPDATE citygis.audit_head SET number = ?, hash = ? WHERE id = 1")
              .params(entry.number(), hash)
              .update();
        });
  }

  /** Reads the whole trail, row by row, and recomputes every hash. */
  public Verification verify() {
    return transaction.execute(
        status -> {
          Head head = head("FOR UPDATE");
          Chain chain = new Chain();
          jdbc.sql("SELECT * FROM citygis.audit_entry ORDER BY number")
              .withFetchSize(1_000)
              .query(chain::next);
          boolean cut = chain.count != head.number() || !chain.previous.equals(head.hash());
          Long broken = chain.broken == null && cut ? Long.valueOf(chain.count + 1) : chain.broken;
          return new Verification(chain.count, broken);
        });
  }

  private Head head(String lock) {
    return jdbc.sql("SELECT number, hash FROM citygis.audit_head WHERE id = 1 " + lock)
        .query((row, n) -> new Head(row.getLong("number"), row.getString("hash")))
        .single();
  }

  /** Follows the entries while they are read. */
  private static final class Chain {
    private long count;
    private String previous = "";
    private @Nullable Long broken;

    void next(ResultSet row) throws SQLException {
      AuditEntry entry =
          new AuditEntry(
              row.getLong("number"),
              row.getObject("written_at", OffsetDateTime.class).toInstant(),
              row.getString("who"),
              row.getString("action"),
              row.getString("object"),
              row.getString("detail"));
      count++;
      String hash = row.getString("hash");
      if (broken == null && (entry.number() != count || !entry.hash(previous).equals(hash))) {
        broken = count;
      }
      previous = hash;
    }
  }
}
