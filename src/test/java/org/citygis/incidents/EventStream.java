package org.citygis.incidents;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Scanner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.citygis.testing.Visitor;

/** Reads server-sent events as a browser does. */
final class EventStream implements AutoCloseable {
  record Event(String id, String name, String data) {}

  private static final Event END = new Event("", "end", "");

  private final HttpResponse<InputStream> response;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  EventStream(Visitor visitor, String... headers) throws Exception {
    HttpRequest request =
        visitor
            .request("GET", "/api/incidents/stream", null, headers)
            .header("Accept", "text/event-stream")
            .build();
    response = visitor.client().send(request, HttpResponse.BodyHandlers.ofInputStream());
    Thread.ofVirtual().start(this::read);
  }

  int status() {
    return response.statusCode();
  }

  String contentType() {
    return response.headers().firstValue("Content-Type").orElse("");
  }

  /** The next event, or null when none comes in time. */
  Event next(long millis) throws InterruptedException {
    return events.poll(millis, TimeUnit.MILLISECONDS);
  }

  boolean endsWithin(long millis) throws InterruptedException {
    Event event = next(millis);
    return event == END;
  }

  private void read() {
    String id = "";
    String name = "message";
    String data = "";
    try (Scanner lines = new Scanner(response.body(), "UTF-8")) {
      while (lines.hasNextLine()) {
        String line = lines.nextLine();
        if (line.isEmpty()) {
          if (!data.isEmpty()) {
            events.add(new Event(id, name, data));
          }
          name = "message";
          data = "";
        } else if (line.startsWith("id:")) {
          id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
          name = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          data += line.substring(5).strip();
        }
      }
    }
    events.add(END);
  }

  @Override
  public void close() throws Exception {
    response.body().close();
  }
}
