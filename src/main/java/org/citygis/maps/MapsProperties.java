package org.citygis.maps;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What drawn maps may cost.
 *
 * @param maxSide most pixels of a picture's side
 * @param maxPixels most pixels of a picture
 * @param maxFeatures most features that are drawn on one, over all layers
 * @param maxPoints most points of these
 * @param timeout how long one may take
 * @param together pictures drawn at the same time; 0 for two per processor
 * @param waiting how long a request waits for its turn before it is told to come again
 * @param memory for the pixels of all pictures being drawn; 0 for an eighth of the heap
 * @param cache memory for finished raster tiles
 * @param browserCache how long a browser may use a tile of a public layer without asking again
 */
@ConfigurationProperties("citygis.maps")
public record MapsProperties(
    @DefaultValue("8192") int maxSide,
    @DefaultValue("16777216") long maxPixels,
    @DefaultValue("500000") long maxFeatures,
    @DefaultValue("4000000") long maxPoints,
    @DefaultValue("20s") Duration timeout,
    @DefaultValue("0") int together,
    @DefaultValue("3s") Duration waiting,
    @DefaultValue("0") DataSize memory,
    @DefaultValue("64MB") DataSize cache,
    @DefaultValue("5m") Duration browserCache) {}
