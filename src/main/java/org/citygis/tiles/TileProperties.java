package org.citygis.tiles;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How tiles are cut and kept.
 *
 * @param cache memory for finished tiles, compressed
 * @param browserCache how long a browser may use a tile of a public layer, asked for by its
 *     version, without asking again
 * @param together how many tiles are cut at a time; 0 for twice as many as there are processors
 * @param patience how long a request waits for its turn before it is told to come again
 * @param archivePatience how long a request waits for an archive of all tiles that is being made
 */
@ConfigurationProperties("citygis.tiles")
record TileProperties(
    @DefaultValue("128MB") DataSize cache,
    @DefaultValue("1h") Duration browserCache,
    @DefaultValue("0") int together,
    @DefaultValue("5s") Duration patience,
    @DefaultValue("60s") Duration archivePatience) {

  int places() {
    return together > 0 ? together : 2 * Runtime.getRuntime().availableProcessors();
  }
}
