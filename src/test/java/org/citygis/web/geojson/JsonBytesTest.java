package org.citygis.web.geojson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class JsonBytesTest {
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource({
    "113.4, 7, 113.4",
    "113.12345678, 7, 113.1234568",
    "-0.00000001, 7, 0",
    "-0.5, 7, -0.5",
    "0.0000001, 7, 0.0000001",
    "0, 7, 0",
    "180, 7, 180",
    "500000.12345, 3, 500000.123",
    "500000.9996, 3, 500001",
    "38500000.05, 3, 38500000.05",
    "1e300, 3, 1.0E300",
    "NaN, 7, null"
  })
  void aDecimalHasAtMostTheDigitsAskedFor(double value, int digits, String written) {
    assertThat(written(out -> out.decimal(value, digits))).isEqualTo(written);
  }

  @Test
  void textReadsBackAsItWas() {
    String text = "云川市 \"Yunchuan\" \\ \n\t\u0001 é 𠮷 end";
    assertThat(JSON.readValue(written(out -> out.string(text)), String.class)).isEqualTo(text);
  }

  @Test
  void aLoneSurrogateDoesNotBreakTheAnswer() {
    assertThat(written(out -> out.string("a\uD842b"))).isEqualTo("\"a\uFFFDb\"");
  }

  @Test
  void theBufferMayEndAnywhere() {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    random.ints(3000, 32, 0x3000).forEach(text::appendCodePoint);
    String json = written(out -> out.string(text.toString()).raw(',').integer(Long.MAX_VALUE));
    assertThat(JSON.readValue("[" + json + "]", Object[].class))
        .containsExactly(text.toString(), Long.MAX_VALUE);
  }

  private static String written(Consumer<JsonBytes> writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonBytes out = new JsonBytes(bytes, 64);
    writing.accept(out);
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
