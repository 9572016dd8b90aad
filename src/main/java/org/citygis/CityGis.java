package org.citygis;

import org.citygis.cli.CommandLineTool;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts CityGIS, or runs one of its commands: its modules are the packages beside this class. */
@Modulithic(systemName = "CityGIS")
@SpringBootApplication
@ConfigurationPropertiesScan
public class CityGis {
  public static void main(String[] args) {
    if (CommandLineTool.isCommand(args)) {
      System.exit(CommandLineTool.run(args));
    }
    // The first look into the EPSG register takes GeoTools a second or two; Spring has other work
    // meanwhile.
    Thread.ofPlatform()
        .daemon()
        .name("epsg")
        .start(() -> Reprojection.between(Crs.CRS84, Crs.WEB_MERCATOR));
    SpringApplication.run(CityGis.class, args);
  }
}
