package org.citygis.testing;

/** A PostGIS database for a test that starts the application itself; dropped when the JVM ends. */
public record OwnPostgis(String url, String user, String password) {

  public static OwnPostgis create() {
    return new OwnPostgis(PostgisDatabase.create(), PostgisDatabase.USER, PostgisDatabase.PASSWORD);
  }
}
