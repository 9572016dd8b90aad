package org.citygis.cql2;

import org.citygis.text.Text;

/**
 * Where something stands in a filter as it was written.
 *
 * @param position how many characters (UTF-16 units, as Java and JavaScript count them) stand
 *     before it; -1 in JSON, where {@code words} has a pointer
 */
record Place(Text words, int position) {

  static Place character(int index) {
    return new Place(
        Text.of("第 %d 个字符处".formatted(index + 1), "at character " + (index + 1)), index);
  }

  static Place pointer(String pointer) {
    return new Place(Text.of("“%s”处".formatted(pointer), "at '" + pointer + "'"), -1);
  }
}
