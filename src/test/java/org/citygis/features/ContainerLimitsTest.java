package org.citygis.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citygis.testing.OnH2gis;
import org.junit.jupiter.api.Test;

/** What the container itself lets through and refuses, before any filter of ours. */
@OnH2gis
class ContainerLimitsTest extends AgainstTheTestCity {

  @Test
  void aDrawnShapeOfManyVerticesFitsIntoTheAddress() {
    HttpResponse<String> answer = get(address(1_500));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void anAddressThatIsTooLongIsToldWhatToDo() {
    HttpResponse<String> refused = get(address(8_000));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(refused.body()).contains("64 KB", "POST", "顶点");
  }

  private static String address(int corners) {
    String circle =
        IntStream.rangeClosed(0, corners)
            .mapToDouble(i -> 2 * Math.PI * (i % corners) / corners)
            .mapToObj(a -> "%.5f+%.5f".formatted(114 + Math.cos(a) / 5, 30.6 + Math.sin(a) / 5))
            .collect(Collectors.joining(","));
    return "/ogc/collections/plots/items?f=json&limit=1&filter=S_INTERSECTS(geometry,POLYGON(("
        + circle
        + ")))";
  }
}
