package org.citygis.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.citygis.testing.OnPostgis;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The database goes away under a running application and comes back. */
@OnPostgis
class DatabaseAwayTest extends AgainstTheTestCity {
  private static final String ITEMS = "/ogc/collections/plots/items?limit=1&f=json";

  /** How long the pool trusts a connection without asking it, and a little more. */
  private static final long TRUSTED_MILLIS = 700;

  @Autowired Environment environment;

  @Test
  void requestsAnswer503AndSucceedAgainWithoutARestart() throws Exception {
    assertThat(get(ITEMS).statusCode()).isEqualTo(200);
    String url = environment.getRequiredProperty("spring.datasource.url");
    String database = url.substring(url.lastIndexOf('/') + 1);
    try (Connection server = server(url);
        Statement statement = server.createStatement()) {
      statement.execute("ALTER DATABASE %s WITH ALLOW_CONNECTIONS false".formatted(database));
      try {
        statement.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                .formatted(database));
        HttpResponse<String> away = get(ITEMS + "&code=R", "Accept-Language", "en");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(header(away, "Content-Type")).startsWith("application/problem+json");
        assertThat(header(away, "Retry-After")).isNotEmpty();
        assertThat(away.body()).contains("database cannot be reached").doesNotContain("Exception");
        // What needs no database goes on.
        assertThat(get("/api/layers").statusCode()).isEqualTo(200);
      } finally {
        statement.execute("ALTER DATABASE %s WITH ALLOW_CONNECTIONS true".formatted(database));
      }
    }
    // The pool hands out unasked what it lent half a second ago; such a connection may be dead.
    Thread.sleep(TRUSTED_MILLIS);
    assertThat(get(ITEMS + "&code=B").statusCode()).isEqualTo(200);
  }

  private Connection server(String url) throws SQLException {
    return DriverManager.getConnection(
        url.substring(0, url.lastIndexOf('/')) + "/postgres",
        environment.getRequiredProperty("spring.datasource.username"),
        environment.getRequiredProperty("spring.datasource.password"));
  }
}
