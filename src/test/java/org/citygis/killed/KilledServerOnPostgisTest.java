package org.citygis.killed;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.citygis.testing.OnPostgis;
import org.citygis.testing.OwnPostgis;

@OnPostgis
class KilledServerOnPostgisTest extends KilledServerContract {
  private final OwnPostgis postgis = OwnPostgis.create();

  @Override
  Server server(Path home) throws IOException {
    return new Server(
        home,
        Map.of(
            "CITYGIS_DB_URL", postgis.url(),
            "CITYGIS_DB_USER", postgis.user(),
            "CITYGIS_DB_PASSWORD", postgis.password()),
        "--spring.profiles.active=postgis");
  }

  @Override
  Connection connection(Path home) throws SQLException {
    return DriverManager.getConnection(postgis.url(), postgis.user(), postgis.password());
  }
}
