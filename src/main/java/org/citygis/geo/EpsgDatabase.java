package org.citygis.geo;

import java.nio.file.Path;

/**
 * GeoTools unpacks its EPSG database into the shared temporary folder, where another user of the
 * machine could have put files of his own first; a folder per user, kept between starts, avoids
 * that and the unpacking.
 */
final class EpsgDatabase {
  private static final String DIRECTORY = "EPSG-HSQL.directory";

  private EpsgDatabase() {}

  static void unpackPrivately() {
    if (System.getProperty(DIRECTORY) == null) {
      Path cache = Path.of(System.getProperty("user.home"), ".cache", "citygis", "epsg");
      System.setProperty(DIRECTORY, cache.toString());
    }
  }
}
