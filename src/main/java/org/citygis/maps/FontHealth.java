package org.citygis.maps;

import jakarta.annotation.PostConstruct;
import org.citygis.maps.font.Fonts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says when Chinese labels cannot be drawn on this server. The map is drawn all the same, so this
 * is told beside the state of the application and does not take it out of service.
 */
@Component("mapFonts")
class FontHealth implements HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(FontHealth.class);

  @PostConstruct
  void warn() {
    Thread.ofPlatform()
        .daemon()
        .name("map-fonts")
        .start(
            () -> {
              String fault = Fonts.fault();
              if (fault != null) {
                LOG.error("Chinese labels cannot be drawn on maps: {}", fault);
              }
            });
  }

  @Override
  public Health health() {
    String fault = Fonts.fault();
    return fault == null
        ? Health.up().build()
        : Health.unknown().withDetail("chinese", fault).build();
  }
}
