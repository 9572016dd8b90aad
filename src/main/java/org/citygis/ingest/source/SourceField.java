package org.citygis.ingest.source;

/**
 * A field as the file has it.
 *
 * @param name unique within the file without regard to case, never empty
 * @param original the name as it stands in the file, for display
 * @param width characters, 0 where the format has no width
 */
public record SourceField(String name, String original, FieldKind kind, int width) {}
