package org.citygis.web.geojson;

/** Writes the digits of numbers into bytes, two at a time; each method returns where they end. */
final class Digits {
  private static final int[] POWERS = new int[10];
  private static final byte[] TENS = new byte[100];
  private static final byte[] ONES = new byte[100];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
    for (int i = 0; i < 100; i++) {
      TENS[i] = (byte) ('0' + i / 10);
      ONES[i] = (byte) ('0' + i % 10);
    }
  }

  private Digits() {}

  /** 10 to this power, 0 to 9. */
  static int power(int exponent) {
    return POWERS[exponent];
  }

  /** Not below 0; takes up to 19 bytes. */
  static int whole(long value, byte[] to, int at) {
    if (value <= Integer.MAX_VALUE) {
      return whole((int) value, to, at);
    }
    int upper = whole(value / POWERS[9], to, at);
    return padded((int) (value % POWERS[9]), 9, to, upper);
  }

  private static int whole(int value, byte[] to, int at) {
    int length = 1;
    while (length < POWERS.length && value >= POWERS[length]) {
      length++;
    }
    return padded(value, length, to, at);
  }

  private static int padded(int value, int length, byte[] to, int at) {
    int end = at + length;
    int rest = value;
    int next = end;
    for (; next - at >= 2; next -= 2) {
      pair(rest % 100, to, next - 2);
      rest /= 100;
    }
    if (next > at) {
      to[at] = ONES[rest];
    }
    return end;
  }

  /** Nine digits behind the point, not all of them zero, without the zeros at their end. */
  static int fraction(int value, byte[] to, int at) {
    int end = padded(value, 9, to, at);
    while (to[end - 1] == '0') {
      end--;
    }
    return end;
  }

  private static void pair(int value, byte[] to, int at) {
    to[at] = TENS[value];
    to[at + 1] = ONES[value];
  }
}
