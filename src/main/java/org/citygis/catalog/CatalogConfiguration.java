package org.citygis.catalog;

import java.nio.file.Path;
import java.time.Clock;
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
    return new Catalog(DeclarationReader.read(folder));
  }

  @Bean
  @DependsOn("flywayInitializer")
  JdbcLayers layers(
      Catalog catalog,
      AccessPolicy policy,
      JdbcClient jdbc,
      JsonMapper json,
      FeatureStore store,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new JdbcLayers(
        catalog,
        policy,
        new LayerRecords(jdbc, json),
        store,
        new TransactionTemplate(transactions),
        clock);
  }

  @Bean
  LayerRefresh layerRefresh(JdbcLayers layers) {
    return new LayerRefresh(layers);
  }
}
