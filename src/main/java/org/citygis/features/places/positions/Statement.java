package org.citygis.features.places.positions;

import java.util.ArrayList;
import java.util.List;
import org.citygis.geo.Crs;
import org.citygis.geo.GaussKrueger;
import org.citygis.geo.MapShift;
import org.citygis.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The numbers of a text, and what it says of the system that they are in. */
final class Statement {
  final List<Token> numbers = new ArrayList<>();
  @Nullable MapShift shift;
  @Nullable Crs crs;

  /** The width of the zones, 3 or 6 degrees; 0 where nothing is said of it. */
  int zoneDegrees;

  /** In degrees east, 0 where nothing is said of it. */
  int meridian;

  boolean latitudeFirst;

  private Statement() {}

  /** Null where a system is named that is not known, or in a way that is not understood. */
  static @Nullable Statement of(List<Token> tokens) {
    Statement statement = new Statement();
    for (int i = 0; i < tokens.size(); ) {
      int taken = statement.take(tokens, i);
      if (taken == 0) {
        return null;
      }
      i += taken;
    }
    return statement;
  }

  /** How many tokens it took, 0 when it does not understand them. */
  private int take(List<Token> tokens, int at) {
    if (!(tokens.get(at) instanceof Token.Sign sign)) {
      if (isMark(tokens, at + 1, Mark.ZONE_BEFORE)) {
        return zone(whole(tokens, at)) ? 2 : 0;
      }
      numbers.add(tokens.get(at));
      return 1;
    }
    switch (sign.mark()) {
      case GCJ_02 -> shift = MapShift.GCJ_02;
      case BD_09 -> shift = MapShift.BD_09;
      case CGCS2000, NOTHING -> {}
      case WGS_84 -> crs = Crs.epsg(4326);
      case THREE_DEGREE_ZONES -> zoneDegrees = 3;
      case SIX_DEGREE_ZONES -> zoneDegrees = 6;
      case LATITUDE_FIRST -> latitudeFirst = true;
      case EPSG -> {
        int number = skip(tokens, at + 1);
        return epsg(whole(tokens, number)) ? number + 1 - at : 0;
      }
      case ZONE_FOLLOWS -> {
        int number = skip(tokens, at + 1);
        return zone(whole(tokens, number)) ? number + 1 - at : 0;
      }
      case MERIDIAN -> {
        int end = skip(tokens, at + 1);
        meridian = whole(tokens, end++);
        end += isMark(tokens, end, Mark.DEGREE) ? 1 : 0;
        end += isMark(tokens, end, Mark.EAST) ? 1 : 0;
        return meridian > 0 ? end - at : 0;
      }
      default -> numbers.add(sign);
    }
    return 1;
  }

  private boolean epsg(int code) {
    try {
      crs = Crs.epsg(code);
      return true;
    } catch (Problem.Invalid notInRegister) {
      return false;
    }
  }

  private boolean zone(int number) {
    GaussKrueger.findNumbered(number)
        .ifPresent(
            zone -> {
              zoneDegrees = zone.degrees();
              meridian = zone.meridian();
            });
    return meridian > 0;
  }

  private static int skip(List<Token> tokens, int at) {
    int next = at;
    while (isMark(tokens, next, Mark.NOTHING)) {
      next++;
    }
    return next;
  }

  private static boolean isMark(List<Token> tokens, int at, Mark mark) {
    return at < tokens.size() && tokens.get(at) instanceof Token.Sign sign && sign.mark() == mark;
  }

  /** -1 where no whole number stands. */
  private static int whole(List<Token> tokens, int at) {
    return at < tokens.size()
            && tokens.get(at) instanceof Token.Number number
            && number.isWhole()
            && number.value() >= 0
            && number.value() < 1_000_000
        ? (int) number.value()
        : -1;
  }
}
