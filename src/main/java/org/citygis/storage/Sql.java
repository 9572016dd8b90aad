package org.citygis.storage;

/** The one place where a name becomes part of a statement. */
final class Sql {
  private Sql() {}

  static String quote(String identifier) {
    if (identifier.isEmpty() || identifier.length() > 63 || identifier.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not an identifier: " + identifier);
    }
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** A table or view of the schema that holds the layers. */
  static String inLayers(String name) {
    return "\"layers\"." + quote(name);
  }
}
