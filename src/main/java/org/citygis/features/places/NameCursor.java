package org.citygis.features.places;

/** Reads what {@link NameBytes} wrote. */
final class NameCursor {
  /** Symbols of a name; of a longer one the first are searched. */
  static final int LONGEST = 250;

  private final byte[] bytes;
  private int at;
  private final int[] symbols = new int[LONGEST];
  private int length;
  private long fid;
  private int x;
  private int y;

  NameCursor(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  int position() {
    return at;
  }

  void head() {
    fid = 0;
    int shift = 0;
    byte part;
    do {
      part = bytes[at++];
      fid |= (long) (part & 0x7F) << shift;
      shift += 7;
    } while (part < 0);
    x = (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    y = (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
    at += 4;
  }

  /** Moves to the row's next name; false behind the last. */
  boolean next() {
    length = 0;
    int lead = bytes[at++];
    while (lead != 0) {
      if (lead > 0) {
        symbols[length++] = lead;
      } else if ((lead & 0xFF) < NameBytes.OTHERS) {
        symbols[length++] = NameBytes.COMMON + ((lead & 0x7F) << 8 | bytes[at++] & 0xFF);
      } else {
        symbols[length++] =
            (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF;
        at += 3;
      }
      lead = bytes[at++];
    }
    return length > 0;
  }

  int[] symbols() {
    return symbols;
  }

  int length() {
    return length;
  }

  long fid() {
    return fid;
  }

  int x() {
    return x;
  }

  int y() {
    return y;
  }
}
