package org.citygis.features.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLTimeoutException;
import java.util.List;
import org.citygis.features.AgainstTheTestCity;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.testing.OnH2gis;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.QueryTimeoutException;
import tools.jackson.databind.JsonNode;

/** One layer takes too long; the report tells so and has all the others. */
@OnH2gis
@Import(SlowLayerTest.SlowStops.class)
class SlowLayerTest extends AgainstTheTestCity {

  @TestConfiguration(proxyBeanMethods = false)
  static class SlowStops {
    @Bean
    static BeanPostProcessor slowStops() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof FeatureStore store ? slow(store) : bean;
        }
      };
    }

    private static Object slow(FeatureStore store) {
      return Proxy.newProxyInstance(
          FeatureStore.class.getClassLoader(),
          new Class<?>[] {FeatureStore.class},
          (proxy, method, arguments) -> {
            boolean read = method.getName().equals("read");
            if (read && ((FeatureTable) arguments[0]).layer().equals("stops")) {
              throw new QueryTimeoutException("stops", new SQLTimeoutException("too long"));
            }
            try {
              return method.invoke(store, arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          });
    }
  }

  @Test
  void aSectionThatFailsIsToldWithoutLosingTheOthers() {
    JsonNode report = json("/api/site-report?lon=114.0005&lat=30.5767");
    List<String> states =
        report
            .get("sections")
            .valueStream()
            .map(s -> s.get("layer").asString() + " " + s.get("status").asString())
            .toList();
    assertThat(states).containsExactly("plots found", "ways found", "stops failed");
    assertThat(report.at("/sections/2/statement/en").asString())
        .isEqualTo("The query took longer than allowed; ask for a smaller part.");
    assertThat(get("/api/site-report?lon=114.0005&lat=30.5767&f=html&lang=en").body())
        .contains("Not completed", "longer than allowed");
  }
}
