package org.citygis.killed;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

class KilledServerOnH2gisTest extends KilledServerContract {

  @Override
  Server server(Path home) throws IOException {
    return new Server(home, Map.of());
  }

  @Override
  Connection connection(Path home) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:h2:file:%s;DATABASE_TO_LOWER=TRUE".formatted(home.resolve("data/citygis")),
        "citygis",
        "");
  }
}
