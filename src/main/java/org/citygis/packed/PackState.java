package org.citygis.packed;

import java.util.List;
import java.util.Set;
import org.citygis.storage.Column;
import org.jspecify.annotations.Nullable;

/**
 * What a pack was made from and where its parts lie: the foot of its file, as JSON.
 *
 * @param layer id of the layer
 * @param version number of the layer's version
 * @param createdAt when that version was made, in milliseconds of the epoch: a database that was
 *     made anew counts its versions from 1 again
 * @param change number of the last change of a single feature that is in it
 * @param classFields the fields by which small shapes are merged
 * @param rows how many features it holds
 * @param points how many points these have
 * @param columns the fields with their dictionaries
 * @param levels the last one is the whole layer, undiminished
 */
record PackState(
    String layer,
    int version,
    long createdAt,
    long change,
    Set<String> classFields,
    long rows,
    long points,
    List<Field> columns,
    List<Part> levels) {

  record Field(Column column, @Nullable List<String> dictionary) {}

  /**
   * A level.
   *
   * @param zoom whose shapes it has
   * @param bits of its grid
   * @param fields places of its fields in {@code columns}
   * @param start of its blocks in the file
   * @param directory start of their lengths and boxes in the file
   */
  record Part(int zoom, int bits, int[] fields, long start, long directory, int directoryLength) {}
}
