package org.citygis.catalog;

import java.nio.file.Path;
import java.time.Clock;
import org.citygis.audit.Audit;
import org.citygis.storage.FeatureStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Reads the declarations before anything else may ask for a layer. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CatalogConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Catalog catalog(@Value("${citygis.layers}") Path folder) {
    return Catalog.read(folder);
  }

  @Bean
  @DependsOn("flywayInitializer")
  LayerRecords layerRecords(JdbcClient jdbc, JsonMapper json) {
    return new LayerRecords(jdbc, json);
  }

  @Bean
  NewVersions newVersions(Catalog catalog, LayerRecords records, Clock clock) {
    return new NewVersions(catalog, records, clock);
  }

  /**
   * @param keep how many versions of a layer are kept; the current one and staged ones always are
   */
  @Bean
  JdbcLayers layers(
      Catalog catalog,
      AccessPolicy policy,
      LayerRecords records,
      FeatureStore store,
      PlatformTransactionManager transactions,
      NewVersions newVersions,
      @Value("${citygis.versions.keep:10}") int keep) {
    return new JdbcLayers(
        catalog, policy, records, store, new TransactionTemplate(transactions), newVersions, keep);
  }

  @Bean
  StagedVersions stagedVersions(
      NewVersions newVersions,
      LayerRecords records,
      JdbcLayers layers,
      FeatureStore store,
      PlatformTransactionManager transactions,
      Audit audit) {
    return new StagedVersions(
        newVersions, records, layers, store, new TransactionTemplate(transactions), audit);
  }

  @Bean
  LayerRefresh layerRefresh(JdbcLayers layers) {
    return new LayerRefresh(layers);
  }
}
