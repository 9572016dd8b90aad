package org.citygis.features.places.positions;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of the two coordinates of a position: up to three numbers, and what they are labelled. */
record Part(List<Measure> measures, Set<Mark> labels) {
  private static final Set<Mark> EASTWARD = EnumSet.of(Mark.EAST, Mark.WEST, Mark.LON);
  private static final Set<Mark> NORTHWARD = EnumSet.of(Mark.NORTH, Mark.SOUTH, Mark.LAT);
  private static final Set<Mark> HEMISPHERES =
      EnumSet.of(Mark.EAST, Mark.WEST, Mark.NORTH, Mark.SOUTH);
  private static final Mark[] UNITS = {Mark.DEGREE, Mark.MINUTE, Mark.SECOND};

  /** A number with its unit. */
  record Measure(Token.Number number, @Nullable Mark unit) {}

  /** Which axis the labels say, of those that a coordinate may belong to. */
  enum Axis {
    EASTWARD,
    NORTHWARD,
    EITHER,
    CONTRADICTION
  }

  /** Of degrees, x is longitude. */
  Axis axisOfDegrees() {
    boolean east = hasAny(EASTWARD) || has(Mark.X) || has(Mark.EASTING);
    boolean north = hasAny(NORTHWARD) || has(Mark.Y) || has(Mark.NORTHING);
    return axis(east, north);
  }

  /** Of metres, x is northing to a Chinese surveyor and easting to a program. */
  Axis axisOfMetres() {
    return axis(hasAny(EASTWARD) || has(Mark.EASTING), hasAny(NORTHWARD) || has(Mark.NORTHING));
  }

  private static Axis axis(boolean east, boolean north) {
    return east && north
        ? Axis.CONTRADICTION
        : east ? Axis.EASTWARD : north ? Axis.NORTHWARD : Axis.EITHER;
  }

  /** Degrees, minutes and seconds in order, only the last with decimals, each within its range. */
  boolean isAngle() {
    if (measures.isEmpty() || measures.size() > UNITS.length) {
      return false;
    }
    for (int i = 0; i < measures.size(); i++) {
      Token.Number number = measures.get(i).number;
      Mark unit = measures.get(i).unit;
      boolean last = i == measures.size() - 1;
      boolean inRange = i == 0 || (!number.isNegative() && number.value() < 60);
      if ((unit != null && unit != UNITS[i]) || !(last || number.isWhole()) || !inRange) {
        return false;
      }
    }
    // A hemisphere says already what a minus would.
    return !(measures.getFirst().number.isNegative() && hasAny(HEMISPHERES));
  }

  double degrees() {
    double size = 0;
    double unit = 1;
    for (Measure measure : measures) {
      size += Math.abs(measure.number.value()) * unit;
      unit /= 60;
    }
    boolean negative = measures.getFirst().number.isNegative() || has(Mark.WEST) || has(Mark.SOUTH);
    return negative ? -size : size;
  }

  /** Half of the last digit, in degrees. */
  double halfDigitDegrees() {
    return halfDigit() / Math.pow(60, measures.size() - 1);
  }

  /** Half of the last digit, in the unit of the last number. */
  double halfDigit() {
    return Math.pow(10, -measures.getLast().number.decimals()) / 2;
  }

  boolean isMetres() {
    Mark unit = measures.getFirst().unit;
    return measures.size() == 1
        && (unit == null || unit == Mark.METRE)
        && !has(Mark.LON)
        && !has(Mark.LAT);
  }

  double metres() {
    return measures.getFirst().number.value();
  }

  /** Whether it is a bare whole number or several: nothing but its size says what it is. */
  boolean isBare() {
    return labels.isEmpty()
        && measures.stream().allMatch(it -> it.unit == null && it.number.isWhole());
  }

  private boolean has(Mark label) {
    return labels.contains(label);
  }

  private boolean hasAny(Set<Mark> some) {
    return some.stream().anyMatch(labels::contains);
  }
}
