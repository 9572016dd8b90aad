package org.citygis.ingest.upload;

import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** The name of a file that somebody sends: for display and for its extension, never a path. */
final class FileName {
  private static final int LONGEST = 200;

  private FileName() {}

  /** The last part of what was sent, since programs send the path on their own disk. */
  static String of(@Nullable String sent) {
    String all = sent == null ? "" : sent.replace('\\', '/');
    String name = all.substring(all.lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", "").strip();
    if (name.isEmpty() || name.equals(".") || name.equals("..") || name.length() > LONGEST) {
      throw Problem.Invalid.parameter(
          "name",
          all,
          Text.of(
              "1 至 %d 个字符的文件名，如 parcels.zip".formatted(LONGEST),
              "a file's name of 1 to %d characters such as parcels.zip".formatted(LONGEST)));
    }
    return name;
  }
}
