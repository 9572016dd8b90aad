package org.citygis.incidents;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a city sets for its incidents.
 *
 * @param maxStreams live streams open at the same time
 * @param maxStreamsPerUser of these, by one person
 */
@ConfigurationProperties("citygis.incidents")
record IncidentSettings(
    @DefaultValue("500") int maxStreams, @DefaultValue("20") int maxStreamsPerUser) {}
