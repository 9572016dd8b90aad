package org.citygis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingTest {
  /**
   * GeoTools' jar bundles an old slf4j-api; were it first on the class path, nothing would be
   * logged.
   */
  @Test
  void theLoggerIsLogback() {
    assertThat(LoggerFactory.getILoggerFactory()).isInstanceOf(LoggerContext.class);
  }
}
