package org.citygis.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Chooses the dialect by what the data source speaks. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  /**
   * @param queryTimeoutSeconds longest time that one statement may take
   */
  @ConfigurationProperties("citygis.storage")
  record Settings(@DefaultValue("60") int queryTimeoutSeconds) {}

  /** Before anything connects, hence static and by the pool's own address. */
  @Bean
  static BeanPostProcessor unfinishedTransactions() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null) {
          UnfinishedTransactions.end(pool.getJdbcUrl());
        }
        return bean;
      }
    };
  }

  @Bean
  FeatureStore featureStore(
      DataSource dataSource, PlatformTransactionManager transactions, Settings settings)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Dialect dialect = dialect(connection);
      dialect.prepare(connection);
      return new JdbcFeatureStore(
          dataSource, dialect, transactions, settings.queryTimeoutSeconds());
    }
  }

  @Bean
  TableComparison tableComparison(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return new TableComparison(dialect(connection), dataSource);
    }
  }

  private static Dialect dialect(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "PostgreSQL" -> new PostGis();
      case "H2" -> new H2Gis();
      default ->
          throw new IllegalStateException(
              "spring.datasource.url leads to %s; CityGIS runs on PostgreSQL with PostGIS or on H2"
                  .formatted(product));
    };
  }
}
