package org.citygis.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A first start in an empty data folder: the sample city is loaded, the accounts are made. */
final class SampleCityStart
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  static final String ADMIN_PASSWORD = "journey-of-the-admin";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      Path data = Files.createTempDirectory("citygis-portal");
      TestPropertyValues.of(
              "citygis.data=" + data, "citygis.security.admin-password=" + ADMIN_PASSWORD)
          .applyTo(context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
