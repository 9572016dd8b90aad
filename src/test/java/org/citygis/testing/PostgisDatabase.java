package org.citygis.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each context a PostGIS database of its own and drops it when the JVM ends. */
final class PostgisDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  static final String URL =
      variable("CITYGIS_TEST_DB_URL", "jdbc:postgresql://localhost:5432/postgres");
  static final String USER = variable("CITYGIS_TEST_DB_USER", "citygis");
  static final String PASSWORD = variable("CITYGIS_TEST_DB_PASSWORD", "citygis");

  static Connection server() throws SQLException {
    return DriverManager.getConnection(URL, USER, PASSWORD);
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "spring.datasource.url=" + create(),
            "spring.datasource.username=" + USER,
            "spring.datasource.password=" + PASSWORD,
            "spring.datasource.hikari.maximum-pool-size=6",
            // Contexts that wait in the cache of the tests hold no connections.
            "spring.datasource.hikari.minimum-idle=0",
            "spring.datasource.hikari.idle-timeout=10000")
        .applyTo(context);
  }

  /** Makes a database that is dropped when this JVM ends; returns its address. */
  static String create() {
    String name = "citygis_test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    execute("CREATE DATABASE " + name);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)")));
    return URL.replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
  }

  private static void execute(String sql) {
    try (Connection connection = server();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static String variable(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value;
  }
}
