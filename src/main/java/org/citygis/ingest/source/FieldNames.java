package org.citygis.ingest.source;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives every field of a layer a name of its own, without regard to case. */
public final class FieldNames {
  private final Set<String> taken = new HashSet<>(Set.of("fid", "geom", "the_geom"));
  private final Findings findings;
  private int count;

  public FieldNames(Findings findings) {
    this.findings = findings;
  }

  /** The wanted name, or one like it where it is empty, reserved or taken; that is a finding. */
  public String claim(String wanted) {
    count++;
    String stem = wanted.isEmpty() ? "field_" + count : wanted;
    String name = stem;
    for (int n = 1; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
      name = stem + "_" + n;
    }
    if (!name.equals(wanted)) {
      findings.add(0, Defect.FIELD_RENAMED, wanted.isEmpty() ? "#" + count : wanted, name);
    }
    return name;
  }
}
