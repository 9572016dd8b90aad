package org.citygis.features.site;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of a report.
 *
 * @param largestKm2 area of a site, in square kilometres
 * @param mostPositions corners of a site's outline
 * @param mostFeatures features of one layer that are cut with the site
 * @param sectionTime longest time for one section
 * @param reportTime longest time for all sections together
 */
@ConfigurationProperties("citygis.site")
record SiteSettings(
    @DefaultValue("100") double largestKm2,
    @DefaultValue("10000") int mostPositions,
    @DefaultValue("20000") int mostFeatures,
    @DefaultValue("5s") Duration sectionTime,
    @DefaultValue("20s") Duration reportTime) {}
