package org.citygis.ingest.crs;

/** The unit in which a file writes what its reference system counts in metres. */
public enum LengthUnit {
  /** In the unit of the system. */
  AS_IS("", 1, "", ""),
  /** The international foot of 1959. */
  FOOT("ft", 0.3048, "国际英尺", "international feet"),
  /** The foot of US surveys, 1200/3937 m. */
  US_FOOT("us-ft", 1200.0 / 3937, "美国测量英尺", "US survey feet");

  private final String tag;
  private final double metres;
  private final String zh;
  private final String en;

  LengthUnit(String tag, double metres, String zh, String en) {
    this.tag = tag;
    this.metres = metres;
    this.zh = zh;
    this.en = en;
  }

  String tag() {
    return tag;
  }

  /** What one unit counts in the unit of the system. */
  public double factor() {
    return metres;
  }

  String zh() {
    return zh;
  }

  String en() {
    return en;
  }
}
