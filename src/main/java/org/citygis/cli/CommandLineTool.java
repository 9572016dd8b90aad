package org.citygis.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.citygis.catalog.DeclarationException;
import org.citygis.problem.Problem;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import picocli.CommandLine;

/** {@code java -jar citygis.jar doctor|import|export …}. */
@CommandLine.Command(
    name = "citygis",
    subcommands = {DoctorCommand.class, ImportCommand.class, ExportCommand.class},
    synopsisSubcommandLabel = "(doctor | import | export)")
public final class CommandLineTool {
  private static final List<String> COMMANDS =
      List.of("doctor", "import", "export", "help", "--help", "-h");

  @CommandLine.Mixin private Language language = new Language();

  private CommandLineTool() {}

  /** Whether these are arguments of the tool; all others start the server. */
  public static boolean isCommand(String... arguments) {
    return arguments.length > 0 && COMMANDS.contains(arguments[0]);
  }

  /** Runs a command and returns its exit code. */
  public static int run(String... arguments) {
    Lang lang = language(arguments);
    Locale.setDefault(lang.locale());
    CommandLine line = new CommandLine(new CommandLineTool());
    line.setResourceBundle(ResourceBundle.getBundle("org.citygis.cli.words", lang.locale()));
    line.setOut(new PrintWriter(System.out, true, console()));
    line.setErr(new PrintWriter(System.err, true, console()));
    line.setUsageHelpWidth(100);
    line.setParameterExceptionHandler((failure, given) -> misspelt(failure, lang));
    line.setExecutionExceptionHandler((failure, command, parsed) -> fail(failure, command, lang));
    if (arguments[0].equals("help")) {
      line.usage(line.getOut());
      return ExitCode.DONE;
    }
    return line.execute(arguments);
  }

  /** What was asked for by {@code --lang}, else what the system speaks. */
  static Lang language(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String value =
          arguments[i].startsWith("--lang=")
              ? arguments[i].substring("--lang=".length())
              : arguments[i].equals("--lang") && i + 1 < arguments.length ? arguments[i + 1] : "";
      if (!value.isEmpty()) {
        return value.equalsIgnoreCase("zh") ? Lang.ZH : Lang.EN;
      }
    }
    return Locale.getDefault().getLanguage().equals("zh") ? Lang.ZH : Lang.EN;
  }

  private static Charset console() {
    return System.console() == null ? StandardCharsets.UTF_8 : System.console().charset();
  }

  private static int fail(Exception failure, CommandLine command, Lang lang) throws Exception {
    return switch (failure) {
      case Server.Refused refused -> {
        say(command, refused.text());
        yield refused.isForbidden() ? ExitCode.FORBIDDEN : ExitCode.REFUSED;
      }
      case Server.Unreachable unreachable -> {
        say(command, unreachable.text().in(lang));
        yield ExitCode.UNREACHABLE;
      }
      case Problem problem -> {
        say(command, problem.detail().in(lang));
        yield ExitCode.REFUSED;
      }
      case DeclarationException mistake -> {
        say(command, String.valueOf(mistake.getMessage()));
        yield ExitCode.REFUSED;
      }
      case java.io.IOException unreadable -> {
        Text text =
            Text.of(
                "无法读写 %s".formatted(unreadable.getMessage()),
                "Cannot read or write %s".formatted(unreadable.getMessage()));
        say(command, text.in(lang));
        yield ExitCode.UNREACHABLE;
      }
      default -> throw failure;
    };
  }

  /** The library speaks English only; what goes wrong most often is said in both languages. */
  private static int misspelt(CommandLine.ParameterException failure, Lang lang) {
    Text text =
        switch (failure) {
          case CommandLine.MissingParameterException missing ->
              Text.of(
                  "缺少：" + names(missing.getMissing()), "Missing: " + names(missing.getMissing()));
          case CommandLine.UnmatchedArgumentException unknown ->
              Text.of(
                  "无法识别：" + String.join(" ", unknown.getUnmatched()),
                  "Not known: " + String.join(" ", unknown.getUnmatched()));
          default -> Text.of("参数有误：" + failure.getMessage(), String.valueOf(failure.getMessage()));
        };
    CommandLine command = failure.getCommandLine();
    say(command, text.in(lang));
    command.usage(command.getErr());
    return ExitCode.USAGE;
  }

  private static String names(List<CommandLine.Model.ArgSpec> arguments) {
    return arguments.stream()
        .map(
            each ->
                each instanceof CommandLine.Model.OptionSpec option
                    ? option.longestName()
                    : each.paramLabel())
        .collect(Collectors.joining(", "));
  }

  private static void say(CommandLine command, String text) {
    command.getErr().println("citygis: " + text);
  }
}
