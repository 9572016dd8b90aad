package org.citygis.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.List;
import org.citygis.geo.Crs;
import org.citygis.storage.Column;
import org.citygis.storage.ColumnType;
import org.citygis.storage.FeatureLoad;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The bulk load of storage alone, without file and HTTP: made-up parcels of nine points into the
 * database that the Spring properties name.
 */
public final class BulkLoad {
  private static final int COLUMNS = 1_000;
  private static final FeatureTable TABLE =
      new FeatureTable(
          "bench_load",
          1,
          new GeometryColumn(GeometryColumn.Type.MULTIPOLYGON, Crs.epsg(4547)),
          List.of(
              new Column("parcel_no", ColumnType.TEXT),
              new Column("code", ColumnType.TEXT),
              new Column("address", ColumnType.TEXT),
              new Column("area_m2", ColumnType.NUMBER),
              new Column("owner_kind", ColumnType.TEXT),
              new Column("registered_on", ColumnType.DATE)));

  private BulkLoad() {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @ComponentScan("org.citygis.storage")
  @ConfigurationPropertiesScan("org.citygis.storage")
  static class Storage {}

  /** Arguments: how many rows, then Spring's. */
  public static void main(String[] arguments) {
    int rows = Integer.parseInt(arguments[0]);
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Storage.class)
            .web(org.springframework.boot.WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .run(arguments)) {
      FeatureStore store = context.getBean(FeatureStore.class);
      run(store, Math.min(rows, 100_000));
      run(store, rows);
    }
  }

  private static void run(FeatureStore store, int rows) {
    store.drop(TABLE);
    GeometryFactory factory = new GeometryFactory();
    long start = System.nanoTime();
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long loaded;
    try (FeatureLoad load = store.load(TABLE)) {
      for (int i = 0; i < rows; i++) {
        load.add(i + 1, parcel(factory, i), values(i));
      }
      loaded = System.nanoTime();
      cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
      load.finish();
    }
    long end = System.nanoTime();
    System.out.printf(
        "%,d rows: rows %.2f s (%.2f s of our processor), keys and indexes %.2f s%n",
        rows, (loaded - start) / 1e9, cpu / 1e9, (end - loaded) / 1e9);
    store.drop(TABLE);
  }

  private static Geometry parcel(GeometryFactory factory, int i) {
    double x = 480_000 + 30.0 * (i % COLUMNS);
    double y = 3_370_000 + 40.0 * (i / COLUMNS);
    Coordinate[] ring = new Coordinate[10];
    for (int k = 0; k < 9; k++) {
      double angle = -2 * Math.PI * k / 9;
      ring[k] = new Coordinate(x + 15 * Math.cos(angle), y + 20 * Math.sin(angle));
    }
    ring[9] = ring[0].copy();
    return factory.createPolygon(ring);
  }

  private static List<Object> values(int i) {
    return List.of(
        "421900%09d".formatted(i),
        "R2",
        "云川大道" + i % 2_000 + "号",
        i * 0.37,
        "state",
        LocalDate.ofEpochDay(10_000 + i % 9_000));
  }
}
