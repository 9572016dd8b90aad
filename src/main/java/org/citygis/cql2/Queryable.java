package org.citygis.cql2;

/**
 * A property that a filter may speak of.
 *
 * @param name as filters write it
 * @param kind what its values are
 * @param column its name in the compiled filter
 */
public record Queryable(String name, Kind kind, String column) {

  public Queryable(String name, Kind kind) {
    this(name, kind, name);
  }
}
