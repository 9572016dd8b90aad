package org.citygis.ingest.shapefile;

import java.util.List;
import org.citygis.ingest.source.Defect;

/** One record cannot be decoded; the row goes on without a geometry. */
final class BadShape extends Exception {
  private final transient Defect defect;
  private final transient List<Object> arguments;

  BadShape(Defect defect, Object... arguments) {
    super(defect.code(), null, false, false);
    this.defect = defect;
    this.arguments = List.of(arguments);
  }

  Defect defect() {
    return defect;
  }

  Object[] arguments() {
    return arguments.toArray();
  }
}
