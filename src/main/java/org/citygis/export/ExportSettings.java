package org.citygis.export;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of exports.
 *
 * @param rows most rows of one export
 * @param directRows most rows of an answer that is made in a file before its first byte is sent;
 *     more is a job's work
 * @param patience how long an answer may take to be fetched; it holds a connection of the database
 * @param perUser downloads of one person at the same time; visitors who did not sign in count as
 *     one
 * @param atOnce downloads of all at the same time
 * @param jobsPerUser export jobs of one person that wait or run
 * @param keep how long the file of a job waits to be fetched
 * @param reserve what must stay free on the disk
 * @param shapefile bytes that a .shp or .dbf may have; 2 GB is what desktop programs read
 */
@ConfigurationProperties("citygis.export")
record ExportSettings(
    @DefaultValue("20000000") long rows,
    @DefaultValue("2000000") long directRows,
    @DefaultValue("30m") Duration patience,
    @DefaultValue("2") int perUser,
    @DefaultValue("4") int atOnce,
    @DefaultValue("5") int jobsPerUser,
    @DefaultValue("24h") Duration keep,
    @DefaultValue("1GB") DataSize reserve,
    @DefaultValue("2147483647B") DataSize shapefile) {}
