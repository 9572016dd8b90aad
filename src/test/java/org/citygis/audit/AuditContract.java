package org.citygis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.citygis.security.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail, on both databases. */
@SpringBootTest(
    classes = AuditContract.Slice.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class AuditContract {
  private static final User WHO = new User("planner", "规划员", "Planner", null, Set.of());

  @Configuration
  @EnableAutoConfiguration
  @Import(Audit.class)
  static class Slice {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  @Autowired Audit audit;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void startWithFiveEntries() {
    jdbc.sql("DELETE FROM citygis.audit_entry").update();
    jdbc.sql("UPDATE citygis.audit_head SET number = 0, hash = ''").update();
    IntStream.rangeClosed(1, 5)
        .forEach(i -> audit.record(WHO, "publish", "zoning/" + i, "规划用地 \uD83D\uDDFA"));
  }

  @Test
  void anUntouchedTrailIsWhole() {
    assertThat(audit.verify()).isEqualTo(new Audit.Verification(5, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE citygis.audit_entry SET who = 'water' WHERE number = 3",
        "UPDATE citygis.audit_entry SET detail = detail || ' ' WHERE number = 3",
        "UPDATE citygis.audit_entry SET written_at = TIMESTAMP '2026-01-01 00:00:00' WHERE number = 3",
        "DELETE FROM citygis.audit_entry WHERE number = 3",
        "UPDATE citygis.audit_entry SET object = action, action = object WHERE number = 3"
      })
  void aChangedOrMissingEntryIsFound(String tampering) {
    jdbc.sql(tampering).update();
    assertThat(audit.verify().firstBroken()).isEqualTo(3);
  }

  @Test
  void aTrailWhoseEndIsMissingIsNotWhole() {
    jdbc.sql("DELETE FROM citygis.audit_entry WHERE number = 5").update();
    assertThat(audit.verify()).isEqualTo(new Audit.Verification(4, 5L));
  }

  @Test
  void anEntryIsKeptOnlyTogetherWithTheChangeItTellsOf() {
    transaction.executeWithoutResult(
        status -> {
          audit.record(WHO, "publish", "zoning/6", "");
          status.setRollbackOnly();
        });
    assertThat(audit.verify()).isEqualTo(new Audit.Verification(5, null));
  }

  @Test
  void writersAtTheSameTimeMakeOneChain() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var writes =
          threads.invokeAll(
              IntStream.range(0, 40)
                  .mapToObj(
                      i ->
                          Executors.callable(() -> audit.record(WHO, "edit", "incidents/" + i, "")))
                  .toList());
      for (var write : writes) {
        write.get();
      }
    }
    assertThat(audit.verify()).isEqualTo(new Audit.Verification(45, null));
  }

  @Test
  void whatADatabaseCannotKeepIsReplacedAndLongTextIsCut() {
    for (String text :
        List.of("a\u0000b\r\nc\uD83D", "长".repeat(9_000), "\uD83D\uDDFA".repeat(3_000))) {
      audit.record(WHO, text, text, text);
    }
    assertThat(audit.verify()).isEqualTo(new Audit.Verification(8, null));
    assertThat(
            jdbc.sql("SELECT object FROM citygis.audit_entry WHERE number = 6")
                .query(String.class)
                .single())
        .isEqualTo("a?b??c?");
  }
}
