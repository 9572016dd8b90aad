package org.citygis.ingest.archive;

import java.nio.file.Path;

/**
 * A file as it was sent.
 *
 * @param name for display and for its extension; never used as a path
 * @param file where it was stored, inside the workspace
 */
public record Received(String name, Path file) {}
