package org.citygis.maps.draw;

import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.citygis.web.Deadline;

/** What one picture may cost: time, features and points. */
public final class Budget {
  private final Deadline deadline;
  private final long mostFeatures;
  private final long mostPoints;
  private long features;
  private long points;

  public Budget(Deadline deadline, long mostFeatures, long mostPoints) {
    this.deadline = deadline;
    this.mostFeatures = mostFeatures;
    this.mostPoints = mostPoints;
  }

  public Deadline deadline() {
    return deadline;
  }

  /**
   * Counts a feature.
   *
   * @throws Problem.TooLarge when the picture has too many
   * @throws Problem.Unavailable when the time is over
   */
  void feature(int itsPoints) {
    features++;
    points += itsPoints;
    if (features > mostFeatures || points > mostPoints) {
      throw new Problem.TooLarge(
          Text.of(
              "图上要素过多（上限 %d 个要素、%d 个点）；请放大或减少图层。".formatted(mostFeatures, mostPoints),
              "There is too much to draw (at most %d features with %d points); zoom in or ask for fewer layers."
                  .formatted(mostFeatures, mostPoints)));
    }
    if ((features & 255) == 0) {
      deadline.check();
    }
  }
}
