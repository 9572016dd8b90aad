package org.citygis.export.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citygis.geo.Crs;
import org.citygis.ingest.crs.ReferenceSystems;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.testing.Gdal;
import org.citygis.testing.WithGdal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EsriWktTest {
  @TempDir Path folder;

  /** As ArcGIS writes CGCS2000_3_Degree_GK_CM_114E.prj. */
  @Test
  void aChineseSystemIsWrittenAsArcGisWritesIt() {
    assertThat(EsriWkt.of(Crs.epsg(4547)))
        .isEqualTo(
            "PROJCS[\"CGCS2000_3_Degree_GK_CM_114E\","
                + "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
                + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
                + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],"
                + "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
                + "PARAMETER[\"Central_Meridian\",114.0],PARAMETER[\"Scale_Factor\",1.0],"
                + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]");
  }

  @ParameterizedTest
  @CsvSource({
    "4526, CGCS2000_3_Degree_GK_Zone_38",
    "4509, CGCS2000_GK_CM_117E",
    "4498, CGCS2000_GK_Zone_20",
    "4490, GCS_China_Geodetic_Coordinate_System_2000",
    "4326, GCS_WGS_1984",
    "3857, WGS_1984_Web_Mercator_Auxiliary_Sphere",
    "32650, WGS_1984_UTM_Zone_50N",
    "2383, Xian_1980_3_Degree_GK_CM_114E",
    "2436, Beijing_1954_3_Degree_GK_CM_117E",
    "4214, GCS_Beijing_1954"
  })
  void theSystemHasTheNameOfEsrisList(int epsg, String name) {
    assertThat(EsriWkt.of(Crs.epsg(epsg))).contains("[\"" + name + "\"");
  }

  /** PROJ's own definition of the number, and what PROJ makes of the text, are the same. */
  @WithGdal
  @ParameterizedTest
  @ValueSource(
      ints = {
        4547, 4526, 4509, 4498, 4490, 4326, 3857, 32650, 32750, 2383, 2435, 4214, 4610, 27700, 2154,
        2263, 5070, 3395, 3857, 2193, 3405
      })
  void gdalReadsTheSameSystem(int epsg) throws IOException {
    Path prj = Files.writeString(folder.resolve("system.prj"), EsriWkt.of(Crs.epsg(epsg)));
    assertThat(parameters(Gdal.run("gdalsrsinfo", "-o", "proj4", "ESRI::" + prj)))
        .isEqualTo(parameters(Gdal.run("gdalsrsinfo", "-o", "proj4", "EPSG:" + epsg)));
  }

  /** Without shifts between datums, which a .prj has no place for. */
  private static String parameters(String proj) {
    return proj.replaceAll(
            "\\+(lat_ts=0|k=1|towgs84|nadgrids|datum|ellps|a|b|rf|no_defs|type|wktext)\\S*(?= |$)",
            "")
        .replace(" +units=us-ft", " +to_meter=0.304800609601219")
        .replaceAll("\\s+", " ")
        .strip();
  }

  @ParameterizedTest
  @ValueSource(ints = {4547, 4526, 4509, 4498, 4490, 4326, 3857, 32650})
  void ourOwnReaderFindsTheNumberAgain(int epsg) {
    ReferenceClue clue = new ReferenceClue.Wkt(EsriWkt.of(Crs.epsg(epsg)));
    assertThat(new ReferenceSystems().find(clue).orElseThrow().crs()).isEqualTo(Crs.epsg(epsg));
  }
}
