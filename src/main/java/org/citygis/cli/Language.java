package org.citygis.cli;

import org.citygis.text.Lang;
import picocli.CommandLine;

/**
 * What every command understands: help, and in which language it speaks; {@link CommandLineTool}
 * looks at it before all else.
 */
final class Language {
  @CommandLine.Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "lang")
  private String lang = "";

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true)
  private boolean help;

  Lang get() {
    return CommandLineTool.language("--lang", lang.isEmpty() ? system() : lang);
  }

  private static String system() {
    return CommandLineTool.language().tag();
  }
}
