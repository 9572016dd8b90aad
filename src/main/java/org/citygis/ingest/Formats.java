package org.citygis.ingest;

import java.nio.charset.Charset;
import org.citygis.ingest.csv.CsvSource;
import org.citygis.ingest.geojson.GeoJsonSource;
import org.citygis.ingest.geopackage.GeoPackageSource;
import org.citygis.ingest.shapefile.ShapefileSource;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.UnreadableFile;
import org.jspecify.annotations.Nullable;

/** Which reader a set of files goes to. */
final class Formats {
  private Formats() {}

  /**
   * Opens a layer.
   *
   * @param encoding what the user chose, null to let the file speak
   */
  static FeatureSource open(FileSet files, @Nullable Charset encoding, int findingsCap)
      throws UnreadableFile {
    if (files.find("geojson").isPresent()) {
      return GeoJsonSource.open(files.name(), files.find("geojson").get(), encoding, findingsCap);
    }
    if (files.find("csv").isPresent()) {
      return CsvSource.open(files, encoding, findingsCap);
    }
    if (files.find("gpkg").isPresent()) {
      return GeoPackageSource.open(files, findingsCap);
    }
    return ShapefileSource.open(files, encoding, findingsCap);
  }
}
