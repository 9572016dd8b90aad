package org.citygis.ingest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A layer of the sample city cannot be loaded; the application does not start without it. */
final class SampleCityFailure extends RuntimeException {
  SampleCityFailure(String layer, Path file, String reason, @Nullable Throwable cause) {
    super(
        "Sample layer %s cannot be loaded from %s: %s"
            .formatted(layer, file.toAbsolutePath().normalize(), reason),
        cause);
  }
}
