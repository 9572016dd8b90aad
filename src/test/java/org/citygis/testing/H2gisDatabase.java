package org.citygis.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each context an H2 database of its own. */
final class H2gisDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "spring.datasource.url=jdbc:h2:mem:citygis%d;DATABASE_TO_LOWER=TRUE;LAZY_QUERY_EXECUTION=1;DB_CLOSE_DELAY=-1"
                .formatted(COUNT.incrementAndGet()))
        .applyTo(context);
  }
}
