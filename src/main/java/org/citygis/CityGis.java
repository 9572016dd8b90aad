package org.citygis;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts CityGIS: one application, its modules are the packages beside this class. */
@Modulithic(systemName = "CityGIS")
@SpringBootApplication
@ConfigurationPropertiesScan
public class CityGis {
  public static void main(String[] args) {
    SpringApplication.run(CityGis.class, args);
  }
}
