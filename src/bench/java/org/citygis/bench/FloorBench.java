package org.citygis.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** What a request and a statement cost that do nothing: no answer can be faster. */
final class FloorBench {
  private static final int WARM_UP = 2_000;
  private static final int TIMES = 1_000;

  /** Answered from memory, behind all that guards every address. */
  private static final String NOTHING = "/actuator/health/liveness";

  private final Client client;
  private final Query nothing;

  FloorBench(Client client, Connection connection) throws SQLException {
    this.client = client;
    this.nothing = new Query(connection, "SELECT 1");
  }

  void run() throws IOException, SQLException {
    Page.title("What anything costs");
    Page.head("", "median", "95 %");
    for (int i = 0; i < WARM_UP; i++) {
      client.get(NOTHING);
    }
    Series http = new Series();
    Series sql = new Series();
    for (int i = 0; i < TIMES; i++) {
      http.add(client.get(NOTHING).millis());
      sql.add(nothing.run().millis());
    }
    row("an HTTP request that does nothing (GET " + NOTHING + ", signed in)", http);
    row("SQL that does nothing (SELECT 1), by JDBC", sql);
  }

  private static void row(String what, Series times) {
    Page.row(what, Page.millis(times.median()), Page.millis(times.slow()));
  }
}
