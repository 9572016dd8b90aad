package org.citygis.cli;

import java.io.PrintWriter;
import org.citygis.problem.Problem;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import tools.jackson.databind.JsonNode;

/** Follows a job to its end and tells how far it is. */
final class JobWatch {
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final Server server;
  private final PrintWriter out;
  private final Lang lang;

  JobWatch(Server server, PrintWriter out, Lang lang) {
    this.server = server;
    this.out = out;
    this.lang = lang;
  }

  /**
   * Waits for the job's end and returns it as it was done.
   *
   * @throws Problem.Conflict where it failed or was cancelled; nothing was published then
   */
  JsonNode untilDone(JsonNode started) throws Server.Refused, Server.Unreachable {
    JsonNode job = started;
    String said = "";
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      String line = line(job);
      if (!line.isBlank() && !line.equals(said)) {
        out.println(line);
        said = line;
      }
      switch (job.path("state").asString()) {
        case "done" -> {
          return job;
        }
        case "failed" -> throw new Problem.Conflict(words(job.path("problem").path("detail")));
        case "cancelled" -> throw new Problem.Conflict(Text.of("任务已取消。", "The job was cancelled."));
        default -> sleep(pause);
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      job = server.get("/api/jobs/" + job.path("id").asString());
    }
  }

  private String line(JsonNode job) {
    String message = words(job.path("message")).in(lang);
    long total = job.path("total").asLong();
    return total > 0
        ? "%s %d%%".formatted(message, 100 * job.path("done").asLong() / total)
        : message;
  }

  static Text words(JsonNode text) {
    return Text.of(text.path("zh").asString(""), text.path("en").asString(""));
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem.Unavailable(Text.of("已中断。", "Interrupted."));
    }
  }
}
