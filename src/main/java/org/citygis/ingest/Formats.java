package org.citygis.ingest;

import java.nio.charset.Charset;
import org.citygis.ingest.csv.CsvSource;
import org.citygis.ingest.flatgeobuf.FlatGeobufSource;
import org.citygis.ingest.geojson.GeoJsonSource;
import org.citygis.ingest.geopackage.GeoPackageSource;
import org.citygis.ingest.kml.KmlSource;
import org.citygis.ingest.shapefile.ShapefileSource;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.UnreadableFile;
import org.jspecify.annotations.Nullable;

/** Which reader a set of files goes to. */
final class Formats {
  private Formats() {}

  /** Opens one layer of some format. */
  private interface Opening {
    FeatureSource open(FileSet files, @Nullable Charset encoding, int findingsCap)
        throws UnreadableFile;
  }

  /**
   * Opens a layer.
   *
   * @param encoding what the user chose, null to let the file speak
   */
  static FeatureSource open(FileSet files, @Nullable Charset encoding, int findingsCap)
      throws UnreadableFile {
    return opening(files).open(files, encoding, findingsCap);
  }

  private static Opening opening(FileSet files) {
    if (files.find("geojson").isPresent()) {
      return (set, encoding, cap) ->
          GeoJsonSource.open(set.name(), set.find("geojson").orElseThrow(), encoding, cap);
    }
    if (files.find("gpkg").isPresent()) {
      return (set, encoding, cap) -> GeoPackageSource.open(set, cap);
    }
    if (files.find("fgb").isPresent()) {
      return (set, encoding, cap) -> FlatGeobufSource.open(set, cap);
    }
    if (files.find("kml").isPresent()) {
      return KmlSource::open;
    }
    return files.find("csv").isPresent() ? CsvSource::open : ShapefileSource::open;
  }
}
