package org.citygis.ingest.csv;

import java.util.List;

/** Finds what separates the columns: the mark that occurs equally often in most lines. */
final class Delimiter {
  private static final List<Character> MARKS = List.of(',', '\t', ';', '|');
  private static final int LINES = 50;

  private Delimiter() {}

  /**
   * @param head the beginning of a file, whose first line names the columns
   */
  static char find(String head) {
    char best = MARKS.getFirst();
    double most = 0;
    for (char mark : MARKS) {
      double score = score(head, mark);
      if (score > most) {
        most = score;
        best = mark;
      }
    }
    return best;
  }

  /** How many columns the header would have, weighed by the share of lines that have as many. */
  private static double score(String head, char mark) {
    int header = -1;
    int lines = 0;
    int alike = 0;
    int marks = 0;
    boolean quoted = false;
    for (int i = 0; i < head.length() && lines < LINES; i++) {
      char c = head.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == mark && !quoted) {
        marks++;
      } else if (c == '\n' && !quoted) {
        lines++;
        header = header < 0 ? marks : header;
        alike += marks == header ? 1 : 0;
        marks = 0;
      }
    }
    if (lines == 0) {
      return marks;
    }
    return header * (double) alike / lines;
  }
}
