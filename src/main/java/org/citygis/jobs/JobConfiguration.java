package org.citygis.jobs;

import java.nio.file.Path;
import java.time.Clock;
import org.citygis.security.Users;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class JobConfiguration {

  /**
   * @param instance names this copy of the application among those that share a database
   */
  @Bean
  @DependsOn("flywayInitializer")
  PooledJobs jobs(
      JdbcClient jdbc,
      JsonMapper json,
      Clock clock,
      Users users,
      ObjectProvider<JobHandler> handlers,
      @Value("${citygis.jobs.threads:2}") int threads,
      @Value("${citygis.instance:}") String instance,
      @Value("${citygis.data}") Path data,
      @Value("${server.port:8080}") String port) {
    String name = instance.isBlank() ? Instance.name(data, port) : instance;
    return new PooledJobs(
        new JobRecords(jdbc, json, name),
        clock,
        users,
        name,
        threads,
        () -> handlers.stream().toList());
  }
}
