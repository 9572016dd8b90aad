package org.citygis.portal;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a city sets for its portal.
 *
 * @param baseMaps the grounds to choose from; the first is shown at first
 */
@ConfigurationProperties("citygis")
record PortalSettings(@DefaultValue List<BaseMap> baseMaps, @DefaultValue Embed embed) {
  private static final Pattern ORIGIN =
      Pattern.compile("https?://(\\*\\.)?[a-z0-9.-]+(:\\d{1,5})?");

  /**
   * @param allowedOrigins sites that may show the embedded map in a frame, {@code https://host} or
   *     {@code https://*.host}; none for this site alone
   */
  record Embed(@DefaultValue List<String> allowedOrigins) {
    Embed {
      allowedOrigins = List.copyOf(allowedOrigins);
      for (String origin : allowedOrigins) {
        if (!ORIGIN.matcher(origin).matches()) {
          throw new IllegalArgumentException(
              "citygis.embed.allowed-origins: '%s' has to be like https://www.city.gov.cn, without a path"
                  .formatted(origin));
        }
      }
    }
  }

  PortalSettings {
    baseMaps = List.copyOf(baseMaps);
    if (baseMaps.stream().map(BaseMap::id).distinct().count() != baseMaps.size()) {
      throw new IllegalArgumentException("citygis.base-maps: two base maps have the same id");
    }
  }
}
