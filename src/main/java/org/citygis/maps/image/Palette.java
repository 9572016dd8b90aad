package org.citygis.maps.image;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The colours of a picture, where they are few enough for a byte per pixel. */
final class Palette {
  static final int MOST = 256;
  private static final int SLOTS = 1024;

  private final int[] colors = new int[MOST];
  private final int[] slotColor = new int[SLOTS];
  private final short[] slotIndex = new short[SLOTS];
  private int count;

  private Palette() {
    Arrays.fill(slotIndex, (short) -1);
  }

  /**
   * Null where the picture has more than 256 colours.
   *
   * @param pixels ARGB
   * @param indexes filled with the number of each pixel's colour
   */
  static @Nullable Palette of(int[] pixels, byte[] indexes) {
    Palette palette = new Palette();
    int before = 0;
    int index = -1;
    for (int i = 0; i < pixels.length; i++) {
      if (index < 0 || pixels[i] != before) {
        before = pixels[i];
        index = palette.index(before);
        if (index < 0) {
          return null;
        }
      }
      indexes[i] = (byte) index;
    }
    return palette;
  }

  int size() {
    return count;
  }

  /** ARGB. */
  int color(int index) {
    return colors[index];
  }

  private int index(int color) {
    int slot = (color * 0x9E3779B9) >>> 22;
    while (slotIndex[slot] >= 0) {
      if (slotColor[slot] == color) {
        return slotIndex[slot];
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (count == MOST) {
      return -1;
    }
    colors[count] = color;
    slotColor[slot] = color;
    slotIndex[slot] = (short) count;
    return count++;
  }
}
