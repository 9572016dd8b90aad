package org.citygis.ingest.source;

import java.nio.charset.Charset;
import java.util.List;

/**
 * How the text of a file was decoded.
 *
 * @param confidence 0 to 1
 * @param origin who said so
 * @param candidates other readings of the same rows, the chosen one first; empty where all text is
 *     ASCII
 */
public record TextEncoding(
    Charset charset, double confidence, Origin origin, List<Candidate> candidates) {
  public TextEncoding {
    candidates = List.copyOf(candidates);
  }

  /** Who named the encoding. */
  public enum Origin {
    USER,
    /** The .cpg file beside a shapefile. */
    CPG,
    /** The language byte in the header of a .dbf. */
    LDID,
    /** Guessed from the bytes. */
    DETECTED,
    /** The format allows only this one. */
    FORMAT
  }

  /** The same sample of text in one encoding. */
  public record Candidate(Charset charset, double confidence, List<String> sample) {
    public Candidate {
      sample = List.copyOf(sample);
    }
  }
}
