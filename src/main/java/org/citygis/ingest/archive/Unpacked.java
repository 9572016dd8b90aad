package org.citygis.ingest.archive;

import java.util.List;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.Findings;

/**
 * The layers of an upload.
 *
 * @param findings what was wrong with archives and names
 */
public record Unpacked(List<FileSet> layers, Findings findings) {
  public Unpacked {
    layers = List.copyOf(layers);
  }
}
