package org.citygis.web.geojson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
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

  /** Each beside what the JDK prints, which is exact. */
  @Test
  void randomDecimalsAreRoundedAsTheJdkRoundsThem() {
    Random random = new Random(11);
    for (int i = 0; i < 200_000; i++) {
      int digits = random.nextInt(10);
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(9));
      String json = written(out -> out.decimal(value, digits));
      // Between two neighbours either may be taken where the double lies right in the middle.
      assertThat(new BigDecimal(json).subtract(new BigDecimal(value)).abs().doubleValue())
          .isLessThanOrEqualTo(0.5000001 * Math.pow(10, -digits));
      assertThat(json).doesNotContain("E").doesNotMatch("-?0[0-9].*").doesNotMatch(".*\\.(.*0)?");
    }
  }

  @Test
  void randomNumbersReadBackAsTheSameDouble() {
    Random random = new Random(12);
    for (int i = 0; i < 200_000; i++) {
      double value =
          switch (i % 3) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextInt() / 100.0;
            default -> random.nextLong(10_000_000_000_000L) / 1000.0;
          };
      if (Double.isFinite(value)) {
        String json = written(out -> out.number(value));
        assertThat(Double.parseDouble(json)).isEqualTo(value);
        assertThat(new BigDecimal(json).stripTrailingZeros().precision())
            .isEqualTo(new BigDecimal(Double.toString(value)).stripTrailingZeros().precision());
      }
    }
  }

  @Test
  void integersOfEveryLengthAreWritten() {
    for (long value = 1; value > 0; value = value * 7 + value % 3) {
      long written = value;
      assertThat(written(out -> out.integer(written))).isEqualTo(Long.toString(written));
    }
    assertThat(written(out -> out.integer(Long.MIN_VALUE)))
        .isEqualTo(Long.toString(Long.MIN_VALUE));
    assertThat(written(out -> out.integer(0))).isEqualTo("0");
  }

  @Test
  void bytesOfATextAreEscapedAsTheTextIs() {
    String text = "云川市 \"Yunchuan\" \\ \n\t\u0001 é 𠮷 end" + "长".repeat(100);
    assertThat(written(out -> out.string(text.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(written(out -> out.string(text)));
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
