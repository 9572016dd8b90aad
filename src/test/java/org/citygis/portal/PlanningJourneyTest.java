package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A planner asks how the land of his city is used. */
@InChromium
class PlanningJourneyTest {
  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void openBrowser() {
    browser = new Browser(port);
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @Test
  void landUseOfTheViewIsCountedByClassAndAddsUp() {
    browser.open("/?work=planning&lang=zh&view=15/113.4/30.58");
    browser.see(".planning-total .tile-number");

    assertThat(browser.texts(".bars .bar-label")).anyMatch(label -> label.startsWith("R 居住用地"));
    assertThat(sum(2)).isCloseTo(total(), within(1.0));
    // 亩 are fifteenths of a hectare.
    assertThat(sum(3)).isCloseTo(sum(2) * 15, within(10.0));
    assertThat(sum(4)).isCloseTo(100, within(1.0));
    browser.picture("planning");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theCountFollowsTheMapAndTheDrawnPolygon() {
    browser.open("/?work=planning&lang=zh&view=12/113.4/30.58");
    browser.see(".drawer .table tbody tr");
    double view = settledTotal();

    browser.click(".segment", "绘制范围");
    browser.clickMap(-80, -80);
    browser.clickMap(80, -80);
    browser.clickMap(80, 20);
    browser.clickMap(-80, 20);
    browser.keys(Keys.ENTER);
    browser.until(() -> total() < view / 2);
    double polygon = total();

    browser.click(".segment", "当前视图");
    browser.until(() -> Math.abs(total() - view) < 1);
    browser.click("[aria-label=放大]");
    browser.until(() -> total() < view * 0.9);
    assertThat(polygon).isPositive();
  }

  @Test
  void aChosenClassStandsAloneOnTheMap() {
    browser.open("/?work=planning&lang=zh&view=13/113.4/30.58&planning.level=second");
    browser.click(".bars .bar-row", "G1");
    browser.see(".planning [role=status]", "地图上只显示：G1");
    assertThat(browser.see(".table tr[aria-selected=true]").getText()).contains("G1");
    browser.click(".button", "显示全部");
    browser.until(() -> browser.count(".bar-row[aria-pressed=true]") == 0);
  }

  @Test
  void theTableIsSavedForASpreadsheet() throws IOException {
    browser.open("/?work=planning&lang=en&view=13/113.4/30.58");
    browser.see(".planning-total .tile-number");
    browser.click(".drawer .button", "Download CSV");

    List<String> lines = Files.readAllLines(browser.downloaded());
    assertThat(lines.getFirst())
        .isEqualTo("\uFEFFCode,Land-use class,Plots,Area (ha),Area (mu),Share (%)");
    assertThat(lines.getLast()).startsWith(",Total,").endsWith(",100.00");
  }

  @Test
  void staffLayersAreNamedButClosedToAnonymous() {
    browser.open("/?work=planning&lang=zh");
    assertThat(browser.see(".planning-layers li", "宗地").getText()).contains("需登录");
  }

  private double total() {
    return number(browser.text(".planning-total .tile-number"));
  }

  /** The total once it stays: the drawer that opens below the map makes the view smaller. */
  private double settledTotal() {
    double before;
    do {
      before = total();
      Browser.pause(Duration.ofSeconds(1));
    } while (total() != before);
    return before;
  }

  /** The sum of a column of the table, counted from the left. */
  private double sum(int column) {
    String script =
        "return [...document.querySelectorAll('.drawer .table tbody tr')].map(row => row.cells[%d].textContent).join(' ')";
    String cells = (String) browser.script(script.formatted(column + 1));
    return Arrays.stream(cells.split(" ")).mapToDouble(PlanningJourneyTest::number).sum();
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(",", ""));
  }
}
