package org.citygis.cql2;

/** What a comparison of text overlooks. */
public enum Folding {
  CASEI,
  ACCENTI
}
