package org.citygis.ingest.geopackage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.RecordLimit;
import org.citygis.ingest.source.UnreadableFile;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** A SQLite file of a stranger, open for reading. Not safe for several threads. */
final class Database implements AutoCloseable {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int SECONDS = 4;
  private static final int INSTRUCTIONS = 20_000;
  private static final int INTERRUPTED = 9;

  private final Connection connection;
  private final Watch watch = new Watch();

  /** Takes the row on which the result stands; what it throws goes through. */
  @FunctionalInterface
  interface Row<E extends Exception> {
    void read(ResultSet row) throws SQLException, UnreadableFile, E;
  }

  private Database(Connection connection) throws SQLException {
    this.connection = connection;
    ProgressHandler.setHandler(connection, INSTRUCTIONS, watch);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA query_only = ON");
      statement.execute("PRAGMA cell_size_check = ON");
      statement.execute("PRAGMA mmap_size = 0");
      statement.execute("PRAGMA temp_store = MEMORY");
    }
  }

  static Database open(Path file) throws UnreadableFile {
    try {
      checkMagic(file);
      return new Database(config().createConnection(url(file)));
    } catch (IOException e) {
      throw UnreadableFile.broken(String.valueOf(file.getFileName()), e);
    } catch (SQLException e) {
      throw broken(e);
    }
  }

  private static void checkMagic(Path file) throws IOException, UnreadableFile {
    try (InputStream in = Files.newInputStream(file)) {
      if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
        throw new UnreadableFile(Finding.of(0, Defect.GPKG_NOT_GEOPACKAGE, "no SQLite header"));
      }
    }
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.READWRITE);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setOpenMode(SQLiteOpenMode.READONLY);
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    config.setCacheSize(-8_000);
    config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, String.valueOf(RecordLimit.BYTES));
    config.setPragma(SQLiteConfig.Pragma.LIMIT_SQL_LENGTH, "1000000");
    config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
    return config;
  }

  /** Immutable: SQLite then looks for no journal and makes none. */
  private static String url(Path file) {
    return "jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString() + "?immutable=1";
  }

  /**
   * Runs a query and hands out its rows one by one; it must give one now and then.
   *
   * @param values bound in the order of the marks
   */
  <E extends Exception> void query(String sql, Row<E> reader, Object... values)
      throws UnreadableFile, E {
    watch.start();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
          // The time that the reader took does not count.
          watch.start();
        }
      }
    } catch (SQLException e) {
      throw e.getErrorCode() == INTERRUPTED
          ? new UnreadableFile(Finding.of(0, Defect.GPKG_STALLED, SECONDS), e)
          : broken(e);
    }
  }

  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static UnreadableFile broken(SQLException e) {
    return new UnreadableFile(Finding.of(0, Defect.GPKG_BROKEN, String.valueOf(e.getMessage())), e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // It was read only: whatever went wrong, nothing is lost.
      throw new IllegalStateException("cannot close a SQLite file", e);
    }
  }

  /** Stops a statement that has been at work for too long. */
  private static final class Watch extends ProgressHandler {
    private long end;

    void start() {
      end = System.nanoTime() + SECONDS * 1_000_000_000L;
    }

    @Override
    protected int progress() {
      return System.nanoTime() - end > 0 ? 1 : 0;
    }
  }
}
