package org.citygis.ingest;

import org.citygis.ingest.crs.ReferenceSystems;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class IngestConfiguration {

  @Bean
  ReferenceSystems referenceSystems() {
    return new ReferenceSystems();
  }
}
