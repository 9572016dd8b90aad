package org.citygis.ingest.source;

/** What a file says about its reference system. */
public sealed interface ReferenceClue {
  /** A description in well-known text, as in a .prj file. */
  record Wkt(String text) implements ReferenceClue {}

  /** An authority's code such as {@code EPSG:4547}. */
  record Code(String code) implements ReferenceClue {}

  /** The file says nothing. */
  record Unmarked() implements ReferenceClue {}
}
