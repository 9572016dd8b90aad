package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Someone draws on the map: to ask what is there, or how long and how large. */
@InChromium
class DrawingJourneyTest {
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
  void aDrawnCircleCountsEveryVisibleLayerAndOpensATable() {
    browser.open("/?lang=zh&view=15/113.4/30.58&layers=schools,bus_stops,zoning");
    browser.click("[aria-label=画范围查询]");
    browser.click(".query-card .segment", "圆");
    browser.clickMap(0, 0);
    browser.clickMap(110, 0);
    browser.see("[data-layer=zoning] .query-hits summary");
    int small = stops();
    browser.picture("query");

    browser.type(".query-distance input", "1500");
    browser.keys(Keys.ENTER);
    browser.until(() -> stops() > small);
    String many = String.valueOf(stops());
    browser.click("[data-layer=bus_stops] .button");
    browser.see(".drawer h2", "公交站 · " + many + " 条");
    browser.see("city-filter code", "S_INTERSECTS(geometry, POLYGON((");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aCorridorAlongALineAndABoxAreAskedAndKeptInTheLink() {
    browser.open("/?lang=en&view=15/113.4/30.58&layers=bus_stops");
    browser.click("[aria-label='Ask by drawing']");
    browser.click(".query-card .segment", "Along");
    browser.clickMap(-150, -80);
    browser.clickMap(0, 40);
    browser.clickMap(120, -60);
    browser.keys(Keys.ENTER);
    browser.see("[data-layer=bus_stops] .query-hits summary");
    int along = stops();
    browser.until(() -> address().contains("ask=line*200*"));

    browser.open(address());
    browser.see("[data-layer=bus_stops] .query-hits summary");
    assertThat(stops()).isEqualTo(along).isPositive();

    browser.click(".query-card .segment", "Box");
    browser.clickMap(-150, -80);
    browser.clickMap(120, 60);
    browser.until(() -> address().contains("ask=box*"));
    browser.until(() -> browser.count("[data-layer=bus_stops] .query-hits summary") == 1);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aLineIsMeasuredSegmentBySegmentAndItsLastPointTakenBack() {
    browser.open("/?lang=zh&view=15/113.4/30.58");
    browser.click("[aria-label=测量长度与面积]");
    browser.clickMap(-100, 0);
    browser.clickMap(100, 0);
    browser.clickMap(100, 90);
    browser.click(".draw-bar .button", "撤销一点");
    browser.clickMap(100, -90);
    browser.click(".draw-bar .button", "完成");

    // A screen pixel at zoom 15 in this latitude is 40,075,016.7 m cos(30.58°) / 2^23.
    double pixel = 40_075_016.7 * Math.cos(Math.toRadians(30.58)) / Math.pow(2, 23);
    browser.click(".measure-card .segment", "米");
    assertThat(number(browser.text(".measure-total strong"))).isCloseTo(290 * pixel, within(4.0));
    assertThat(browser.text(".measure-segments tbody tr:nth-child(1)")).contains("90.0° 东");
    assertThat(browser.count(".measure-name")).isEqualTo(2);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void anAreaIsClosedAtItsFirstPointAndToldInHectaresAndMu() {
    browser.open("/?lang=zh&view=15/113.4/30.58");
    browser.click("[aria-label=测量长度与面积]");
    browser.keys(Keys.ESCAPE);
    browser.script("document.querySelector('.map').focus()");
    browser.click("[aria-label=测量长度与面积]");
    browser.clickMap(-60, 0);
    browser.clickMap(60, 0);
    browser.keys(Keys.ENTER);
    browser.click(".measure-card .button", "测面积");
    browser.clickMap(-100, -50);
    browser.clickMap(100, -50);
    browser.clickMap(100, 50);
    browser.clickMap(-100, 50);
    browser.clickMap(-100, -50);
    double hectares = number(browser.text(".measure-total strong"));
    browser.picture("measure");
    browser.click(".measure-card .segment", "亩");
    assertThat(number(browser.text(".measure-total strong")))
        .isCloseTo(hectares * 15, within(0.01));
    assertThat(browser.count(".measure-segments tbody tr")).isEqualTo(4);
    assertThat(browser.complaints()).isEmpty();
  }

  /** How many bus stops the card counts. */
  private int stops() {
    return (int) number(browser.text("[data-layer=bus_stops] .button"));
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(",", "").strip());
  }

  private String address() {
    return (String) browser.script("return location.pathname + location.search");
  }
}
