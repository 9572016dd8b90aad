package org.citygis.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * The PostGIS server of the measurement, where a database of our own is made anew by each run:
 * CITYGIS_BENCH_DB_URL, _USER and _PASSWORD, by default citygis/citygis on this machine.
 */
record Postgis(String server, String user, String password) {
  static final String NAME = "citygis_bench";

  static Postgis fromEnvironment() {
    return new Postgis(
        variable("CITYGIS_BENCH_DB_URL", "jdbc:postgresql://localhost:5432/postgres"),
        variable("CITYGIS_BENCH_DB_USER", "citygis"),
        variable("CITYGIS_BENCH_DB_PASSWORD", "citygis"));
  }

  private static String variable(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value;
  }

  /** JDBC address of the database that is measured. */
  String url() {
    return server.replaceFirst("/[^/?]+(\\?|$)", "/" + NAME + "$1");
  }

  /** The same for GDAL. */
  String gdal() {
    URI address = URI.create(server.substring("jdbc:".length()));
    int port = address.getPort() < 0 ? 5432 : address.getPort();
    return "PG:host=%s port=%d dbname=%s user=%s password=%s"
        .formatted(address.getHost(), port, NAME, user, password);
  }

  void recreate() throws SQLException {
    try (Connection connection = DriverManager.getConnection(server, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
      statement.execute("CREATE DATABASE " + NAME);
    }
    execute("CREATE EXTENSION postgis");
  }

  void drop() throws SQLException {
    try (Connection connection = DriverManager.getConnection(server, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
    }
  }

  /** A connection with the driver settings that the application uses. */
  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("binaryTransfer", "true");
    properties.setProperty("prepareThreshold", "3");
    return DriverManager.getConnection(url(), properties);
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  String text(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? String.valueOf(result.getString(1)) : "";
    }
  }
}
