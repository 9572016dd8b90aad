package org.citygis.ingest.crs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.citygis.geo.Crs;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/**
 * How the numbers of a file become coordinates of a reference system: perhaps x and y have to be
 * exchanged first, perhaps they are feet.
 *
 * @param swapped whether the file has northing or latitude first
 */
public record Placement(Crs crs, boolean swapped, LengthUnit unit) {
  private static final String AXES = ";axes=yx";
  private static final String UNIT = ";unit=";

  public static Placement of(Crs crs) {
    return new Placement(crs, false, LengthUnit.AS_IS);
  }

  /**
   * By {@code EPSG:4547}, with {@code ;axes=yx} where northing comes first and {@code ;unit=ft} or
   * {@code ;unit=us-ft} where the system's metres were written as feet; as {@link #code()} gives.
   *
   * @throws Problem.Invalid for anything else
   */
  public static Placement parse(String parameter, String text) {
    String[] parts = text.strip().split(";");
    boolean swapped = false;
    LengthUnit unit = LengthUnit.AS_IS;
    for (int i = 1; i < parts.length; i++) {
      String part = ";" + parts[i].strip().toLowerCase(Locale.ROOT);
      if (part.equals(AXES)) {
        swapped = true;
      } else if (part.startsWith(UNIT)) {
        unit = unit(parameter, text, part.substring(UNIT.length()));
      } else {
        throw wrong(parameter, text);
      }
    }
    return new Placement(Crs.parse(parameter, parts.length == 0 ? "" : parts[0]), swapped, unit);
  }

  private static LengthUnit unit(String parameter, String text, String tag) {
    for (LengthUnit unit : LengthUnit.values()) {
      if (unit != LengthUnit.AS_IS && unit.tag().equals(tag)) {
        return unit;
      }
    }
    throw wrong(parameter, text);
  }

  private static Problem.Invalid wrong(String parameter, String text) {
    return Problem.Invalid.parameter(
        parameter,
        text,
        Text.of(
            "如 EPSG:4547，必要时加 ;axes=yx（北坐标在前）或 ;unit=ft、;unit=us-ft（英尺）",
            "such as EPSG:4547, with ;axes=yx for northing first or ;unit=ft, ;unit=us-ft for"
                + " feet"));
  }

  @JsonCreator
  static Placement stored(String code) {
    return parse("crs", code);
  }

  @JsonValue
  public String code() {
    return crs.code() + (swapped ? AXES : "") + (unit == LengthUnit.AS_IS ? "" : UNIT + unit.tag());
  }

  /** The system's name with what has to be done to the file's numbers. */
  public Text name() {
    String zh = (swapped ? "，x、y 互换" : "") + (unit == LengthUnit.AS_IS ? "" : "，单位 " + unit.zh());
    String en =
        (swapped ? ", x and y exchanged" : "")
            + (unit == LengthUnit.AS_IS ? "" : ", in " + unit.en());
    return Text.of(crs.name() + zh, crs.name() + en);
  }

  /** Whether the file's numbers are coordinates as they stand. */
  public boolean isPlain() {
    return !swapped && unit == LengthUnit.AS_IS;
  }
}
