package org.citygis.text;

/** What a spreadsheet makes of text in a table that it opens. */
public final class Spreadsheet {
  private static final String FORMULA_STARTS = "=+-@|\t\r\n＝＋－＠";

  private Spreadsheet() {}

  /**
   * Whether the text may run as a formula, so that a table has to mark it as text; a negative
   * number begins like one.
   */
  public static boolean isLikeFormula(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
  }
}
