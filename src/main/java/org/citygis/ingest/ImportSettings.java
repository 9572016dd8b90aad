package org.citygis.ingest;

import java.time.Duration;
import org.citygis.ingest.archive.ArchiveLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of imports.
 *
 * @param inflated what the archives of one upload may hold together
 * @param spare what stays free of the disk while archives are unpacked
 * @param entries of the archives of one upload together
 * @param ratio of inflated to compressed size, above 100 MB
 * @param depth of archives within archives
 * @param keep how long an import waits to be published before it is deleted
 * @param perUser how many imports of one person wait at the same time; the oldest gives way
 * @param problems of each kind that a report lists
 */
@ConfigurationProperties("citygis.import")
record ImportSettings(
    @DefaultValue("16GB") DataSize inflated,
    @DefaultValue("1GB") DataSize spare,
    @DefaultValue("10000") int entries,
    @DefaultValue("200") int ratio,
    @DefaultValue("8") int depth,
    @DefaultValue("24h") Duration keep,
    @DefaultValue("10") int perUser,
    @DefaultValue("100") int problems) {
  private static final long RATIO_FROM = 100L << 20;

  ArchiveLimits archives() {
    return new ArchiveLimits(entries, inflated.toBytes(), ratio, RATIO_FROM, depth);
  }
}
