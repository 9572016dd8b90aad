package org.citygis.cli;

/** What a command tells the script that called it. */
final class ExitCode {
  static final int DONE = 0;

  /** Done, but something was wrong with the data: rows skipped, repaired, or worth a look. */
  static final int WITH_FAULTS = 1;

  /** Not done: the data or the request was refused. */
  static final int REFUSED = 2;

  /** Not done: the server cannot be reached, or a file cannot be read or written. */
  static final int UNREACHABLE = 3;

  /** Not done: not signed in, or without the right. */
  static final int FORBIDDEN = 4;

  /** The command itself was misspelt; as in BSD's sysexits. */
  static final int USAGE = 64;

  private ExitCode() {}
}
