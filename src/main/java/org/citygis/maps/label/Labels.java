package org.citygis.maps.label;

import java.util.ArrayList;
import java.util.List;
import org.citygis.maps.font.Lettering;
import org.citygis.maps.font.Writer;
import org.citygis.style.Symbolizer;

/** Gathers the labels that features ask for, and writes those that find room. */
public final class Labels {
  /** A label moves no farther from its place than this, whatever a style says. */
  static final double FARTHEST = 40;

  /** A picture with more marks and texts than this has no room for texts anyway. */
  private static final int MOST = 100_000;

  /** How far the label of an area may reach over the box around the area. */
  private static final double OVERHANG = 6;

  private final List<Candidate> candidates = new ArrayList<>();
  private final StreetNames streets;
  private final double width;
  private final double height;
  private double reach;
  private List<Placement.Standing> standing = List.of();

  /**
   * @param width of the picture, in pixels
   * @param cells where labels along lines are put
   */
  public Labels(double width, double height, Cells cells) {
    this.width = width;
    this.height = height;
    streets = new StreetNames(cells);
  }

  /**
   * What a label says of itself beside its text.
   *
   * @param order of its layer, low below
   * @param turn degrees clockwise
   */
  public record Wish(
      Symbolizer.Label symbol,
      Lettering lettering,
      String text,
      double priority,
      int order,
      long fid,
      double offsetX,
      double offsetY,
      double turn) {
    double rank() {
      return symbol.layout().conflictResolution() ? priority : Double.POSITIVE_INFINITY;
    }
  }

  /** A label at a point. */
  public void atPoint(Wish wish, double x, double y) {
    PlacedText text = new PlacedText(wish.symbol, wish.lettering, wish.text);
    if (!text.isEmpty()) {
      double offset = Math.max(Math.abs(wish.offsetX), Math.abs(wish.offsetY));
      reach = Math.max(reach, PlacedText.reach(wish.symbol, wish.lettering.size(), offset));
      add(wish, 0, text.at(x + wish.offsetX, y + wish.offsetY, wish.turn));
    }
  }

  /**
   * A label in an area, left out where the area is too small for it.
   *
   * @param room minX, minY, maxX, maxY around the area
   */
  public void inArea(Wish wish, double x, double y, double size, double[] room) {
    PlacedText text = new PlacedText(wish.symbol, wish.lettering, wish.text);
    if (text.isEmpty()) {
      return;
    }
    reach = Math.max(reach, OVERHANG);
    List<Placing> ways = text.at(x + wish.offsetX, y + wish.offsetY, wish.turn);
    List<Placing> fitting = ways.stream().filter(way -> isInside(way.boxes(), room)).toList();
    if (!fitting.isEmpty()) {
      add(wish, size, fitting);
    }
  }

  /**
   * A label along a line; the pieces of one name are joined first.
   *
   * @param xy x, y, x, y …
   * @param from the first point
   * @param to the point after the last one
   */
  public void alongLine(Wish wish, double[] xy, int from, int to) {
    streets.add(wish, xy, from, to);
  }

  /** A mark, over which nothing is written. */
  public void keepFree(double x, double y, double half, int order, long fid) {
    if (candidates.size() < MOST) {
      double[] box = {x - half, y - half, x + half, y + half};
      Placing place = new Placing(List.of(), box);
      candidates.add(
          new Candidate(null, "", Double.POSITIVE_INFINITY, order, 0, fid, List.of(place)));
    }
  }

  /**
   * Decides which labels stand.
   *
   * @return how far around the picture features have to be known for that, in pixels
   */
  public double choose() {
    List<Candidate> all = new ArrayList<>(candidates);
    all.addAll(streets.candidates());
    Placement placement = new Placement(width, height);
    standing = placement.choose(all);
    return reach == 0 ? 0 : placement.reach() + reach;
  }

  /** Writes the labels that stand, the best last. */
  public void write(Writer writer) {
    for (Placement.Standing label : standing.reversed()) {
      Lettering lettering = label.candidate().lettering();
      if (lettering != null && label.placing().touches(0, 0, width, height)) {
        writer.write(label.placing().pieces(), lettering);
      }
    }
  }

  private void add(Wish wish, double size, List<Placing> ways) {
    if (candidates.size() < MOST) {
      candidates.add(
          new Candidate(wish.lettering, wish.text, wish.rank(), wish.order, size, wish.fid, ways));
    }
  }

  private static boolean isInside(double[] box, double[] room) {
    return box[0] >= room[0] - OVERHANG
        && box[1] >= room[1] - OVERHANG
        && box[2] <= room[2] + OVERHANG
        && box[3] <= room[3] + OVERHANG;
  }
}
