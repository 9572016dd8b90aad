package org.citygis.samplecity;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** A road as it was built, before junctions cut it into segments. */
final class Road {
  /** Classes from the largest to the smallest. */
  enum Rank {
    EXPRESSWAY("expressway", 21, 80, 6),
    ARTERIAL("arterial", 17, 60, 6),
    SECONDARY("secondary", 12, 50, 4),
    BRANCH("branch", 7, 40, 2);

    final String code;

    /** Half the width between the property lines in metres. */
    final double half;

    final int speed;
    final int lanes;

    Rank(String code, double half, int speed, int lanes) {
      this.code = code;
      this.half = half;
      this.speed = speed;
      this.lanes = lanes;
    }
  }

  final int id;
  final Rank rank;
  final List<Coordinate> course;
  String name = "";
  String nameEn = "";

  /** A long road has an eastern and a western (or northern and southern) half of its name. */
  boolean halved;

  boolean oneWay;

  Road(int id, Rank rank, List<Coordinate> course) {
    this.id = id;
    this.rank = rank;
    this.course = course;
  }

  double length() {
    double sum = 0;
    for (int i = 1; i < course.size(); i++) {
      sum += course.get(i).distance(course.get(i - 1));
    }
    return sum;
  }

  boolean runsEast() {
    Coordinate a = course.get(0);
    Coordinate b = course.get(course.size() - 1);
    return Math.abs(b.x - a.x) > Math.abs(b.y - a.y);
  }

  /** The name it has at a place: long roads have an eastern and a western half, and so on. */
  Names.Name nameAt(Coordinate place) {
    if (!halved) {
      return new Names.Name(name, nameEn);
    }
    boolean east = runsEast();
    boolean plus = east ? place.x > 0 : place.y > 0;
    String half = east ? (plus ? "东" : "西") : plus ? "北" : "南";
    String halfEn = east ? (plus ? "East" : "West") : plus ? "North" : "South";
    int end = name.length() - 1;
    return new Names.Name(
        name.substring(0, end) + half + name.substring(end), nameEn + " " + halfEn);
  }
}
