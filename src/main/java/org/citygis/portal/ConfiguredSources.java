package org.citygis.portal;

import java.util.LinkedHashSet;
import java.util.Set;
import org.citygis.security.PortalSources;
import org.springframework.stereotype.Component;

/** Exactly the hosts of the configured base maps, and the sites that may embed. */
@Component
class ConfiguredSources implements PortalSources {
  private final Set<String> images = new LinkedHashSet<>();
  private final Set<String> framers;

  ConfiguredSources(PortalSettings settings) {
    settings.baseMaps().forEach(map -> images.addAll(map.origins()));
    framers = new LinkedHashSet<>(settings.embed().allowedOrigins());
  }

  @Override
  public Set<String> images() {
    return images;
  }

  @Override
  public Set<String> framers() {
    return framers;
  }
}
