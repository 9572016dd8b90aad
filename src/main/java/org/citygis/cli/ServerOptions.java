package org.citygis.cli;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.citygis.problem.Problem;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Which server a command speaks to, and as whom. */
final class ServerOptions {
  @CommandLine.Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "${env:CITYGIS_SERVER:-http://localhost:8080}",
      descriptionKey = "server")
  private URI server = URI.create("http://localhost:8080");

  @CommandLine.Option(
      names = "--user",
      paramLabel = "NAME",
      defaultValue = "${env:CITYGIS_USER:-}",
      descriptionKey = "user")
  private @Nullable String user;

  @CommandLine.Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "password")
  private @Nullable Path passwordFile;

  /** A password never stands in the command itself, where every process list shows it. */
  Server connect(Lang lang) throws IOException {
    String name = Objects.requireNonNullElse(user, "");
    return new Server(server, name, name.isEmpty() ? "" : password(name, lang), lang);
  }

  private String password(String name, Lang lang) throws IOException {
    if (passwordFile != null) {
      return Files.readString(passwordFile).strip();
    }
    String variable = System.getenv("CITYGIS_PASSWORD");
    if (variable != null && !variable.isEmpty()) {
      return variable;
    }
    Console console = System.console();
    char[] typed =
        console == null
            ? null
            : console.readPassword(
                "%s",
                Text.of("%s 的密码：".formatted(name), "Password of %s: ".formatted(name)).in(lang));
    if (typed == null) {
      throw new Problem.Invalid(
          Text.of(
              "没有密码：请设置环境变量 CITYGIS_PASSWORD 或使用 --password-file。",
              "No password: set CITYGIS_PASSWORD or use --password-file."));
    }
    return new String(typed);
  }
}
