package org.citygis.tiles;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How tiles are kept.
 *
 * @param cache memory for finished tiles, compressed
 * @param browserCache how long a browser may use a tile of a public layer, asked for by its
 *     version, without asking again
 */
@ConfigurationProperties("citygis.tiles")
record TileProperties(
    @DefaultValue("128MB") DataSize cache, @DefaultValue("1h") Duration browserCache) {}
