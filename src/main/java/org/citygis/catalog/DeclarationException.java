package org.citygis.catalog;

import java.nio.file.Path;

/** A declaration that cannot be accepted: the start ends with this one line. */
public class DeclarationException extends RuntimeException {
  DeclarationException(Path file, int line, String key, String what) {
    super("%s, line %d: key '%s' %s".formatted(file, line, key, what));
  }
}
