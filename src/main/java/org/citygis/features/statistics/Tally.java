package org.citygis.features.statistics;

import org.citygis.storage.Grouping;
import org.jspecify.annotations.Nullable;

/** What has been counted of one class. */
final class Tally {
  final Figures[] figures;
  long count;
  double area;
  double length;

  /**
   * @param fields whose values are added up
   */
  Tally(int fields) {
    figures = new Figures[fields];
    for (int i = 0; i < fields; i++) {
      figures[i] = new Figures();
    }
  }

  void add(double moreArea, double moreLength) {
    count++;
    area += moreArea;
    length += moreLength;
  }

  void add(int field, @Nullable Object value) {
    if (value instanceof Number number) {
      figures[field].add(number.doubleValue());
    }
  }

  void add(Grouping.Group group) {
    count += group.count();
    area += group.area();
    length += group.length();
    for (int i = 0; i < figures.length; i++) {
      figures[i].add(group.sums().get(i));
    }
  }

  void add(Tally more) {
    count += more.count;
    area += more.area;
    length += more.length;
    for (int i = 0; i < figures.length; i++) {
      figures[i].add(more.figures[i]);
    }
  }
}
