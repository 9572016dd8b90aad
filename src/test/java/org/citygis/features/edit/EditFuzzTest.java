package org.citygis.features.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Random;
import org.citygis.testing.OnH2gis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged bodies are refused in words; none breaks the server, none leaves half a feature. */
@OnH2gis
class EditFuzzTest extends AgainstTheEditCity {
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "null",
    "true",
    "-1e308",
    "1e999",
    "NaN",
    "\\u0000",
    "\\ud800",
    "[[[[[[[[",
    "\"Point\"",
    "\"GeometryCollection\"",
    "0",
    "-",
    "99999999999999999999",
    "'; DROP TABLE x; --"
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noBodyBreaksTheServer(long seed) {
    Random random = new Random(seed);
    String sound =
        feature(
            TRIANGLE,
            "{\"number\":\"F1\",\"far\":1.5,\"floors\":2,\"built\":\"2026-01-01\",\"seen_at\":\"2026-01-01T00:00:00Z\",\"listed\":true}");
    for (int i = 0; i < 60; i++) {
      StringBuilder body = new StringBuilder(sound);
      int damages = 1 + random.nextInt(3);
      for (int d = 0; d < damages; d++) {
        int at = random.nextInt(body.length());
        int end = Math.min(body.length(), at + random.nextInt(6));
        body.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
      }
      String method = random.nextBoolean() ? "PATCH" : "PUT";
      HttpResponse<String> answer = asPlanner(method, SITES + "/1", body.toString());
      assertThat(answer.statusCode()).as("%s %s", method, body).isIn(204, 400);
      if (answer.statusCode() == 400) {
        assertThat(answer.body()).contains("\"detail\"");
      }
    }
    String deep = "[".repeat(5_000);
    assertThat(asPlanner("POST", SITES, deep).statusCode()).isEqualTo(400);
    assertThat(site(1).get("type").asString()).isEqualTo("Feature");
  }
}
