package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.citygis.portal.BaseMap.Coordinates;
import org.citygis.portal.BaseMap.Kind;
import org.citygis.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseMapTest {
  private static BaseMap map(Kind kind, String url, String token, String... layers) {
    return new BaseMap(
        "x",
        kind,
        Text.same("X"),
        null,
        Coordinates.WGS84,
        url,
        List.of(layers),
        List.of("a", "b"),
        token,
        0,
        18);
  }

  @Test
  void itsHostsAreKnown() {
    assertThat(map(Kind.OSM, null, "").origins()).containsExactly("https://tile.openstreetmap.org");
    assertThat(map(Kind.XYZ, "https://{s}.t.cn/{z}/{x}/{-y}", "").origins())
        .containsExactly("https://a.t.cn", "https://b.t.cn");
    assertThat(map(Kind.WMS, "/wms", "", "plots").origins()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://t.cn/{z}/{x}",
        "javascript:alert(1)/{z}/{x}/{y}",
        "https://t.cn; script-src */{z}/{x}/{y}",
        "https://t.cn,evil/{z}/{x}/{y}",
        "//t.cn/{z}/{x}/{y} ",
        "https://user:word@t.cn/{z}/{x}/{y}"
      })
  void anAddressThatIsNoneIsRefusedWithTheNameOfTheBaseMap(String url) {
    assertThatThrownBy(() -> map(Kind.XYZ, url, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'x'")
        .hasMessageContaining("url");
  }

  @Test
  void tiandituTakesItsToken() {
    assertThatThrownBy(() -> map(Kind.TIANDITU, null, "")).hasMessageContaining("token");
    assertThat(map(Kind.TIANDITU, null, "12345678", "img").sheets()).hasSize(1);
    assertThatThrownBy(() -> map(Kind.LAYERS, null, "")).hasMessageContaining("layers");
  }
}
