package org.citygis.ingest.upload;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of files that are sent in pieces.
 *
 * @param resumable what the files of one upload may have together
 * @param chunk how long a piece best is
 * @param largestChunk how long a piece may be
 * @param uploadsPerUser how many uploads of one person may be open
 * @param uploadKeep how long an upload to which nothing is added is kept
 * @param spare what stays free of the disk
 */
@ConfigurationProperties("citygis.import")
record UploadSettings(
    @DefaultValue("16GB") DataSize resumable,
    @DefaultValue("16MB") DataSize chunk,
    @DefaultValue("64MB") DataSize largestChunk,
    @DefaultValue("10") int uploadsPerUser,
    @DefaultValue("24h") Duration uploadKeep,
    @DefaultValue("1GB") DataSize spare) {}
