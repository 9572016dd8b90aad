package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody asks what applies at a place, and in an area that he draws. */
@InChromium
class SiteJourneyTest {
  private static final String CARD = ".site-card ";

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
  void aClickLeadsToEverythingThatAppliesThere() {
    browser.open("/?lang=zh&view=16/113.395/30.58");
    browser.clickMap(0, 0);
    browser.click(".identify-card .button", "这里适用什么？");
    browser.see(CARD + "[role=status]", "查阅完毕");

    assertThat(browser.texts(CARD + "h3")).contains("行政区", "派出所辖区", "最近的消防站");
    assertThat(browser.text(CARD + "[data-layer=districts] .site-statement")).startsWith("位于");
    assertThat(browser.text(CARD + "[data-layer=fire_stations] .site-features")).contains("公里");
    assertThat(browser.text(CARD + ".site-nothing summary")).startsWith("已查阅，未涉及");
    // Staff layers are not even named to the anonymous.
    assertThat(browser.count(CARD + "[data-layer=parcels]")).isZero();
    browser.picture("site-point");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aDrawnAreaIsToldInSharesAndCanBePrinted() {
    browser.open("/?lang=zh&view=16/113.395/30.58");
    browser.click(".map-buttons [aria-label='这里适用什么？']");
    browser.see(CARD + ".state", "点击地图上的位置");
    browser.click(CARD + ".button", "绘制范围");
    browser.clickMap(-120, -80);
    browser.clickMap(80, -80);
    browser.clickMap(80, 90);
    browser.clickMap(-120, 90);
    browser.keys(Keys.ENTER);
    browser.see(CARD + "[role=status]", "查阅完毕");

    assertThat(browser.texts(CARD + "[data-layer=zoning] .site-bar-name"))
        .anyMatch(name -> name.matches("[A-Z]\\d+ .*"));
    assertThat(browser.text(CARD + ".site-place")).contains("公顷", "亩");
    String page = browser.see(CARD + "[data-name=page]").getDomProperty("href");
    assertThat(page).contains("polygon=POLYGON").contains("f=html");
    browser.picture("site-area");
    browser.click(CARD + "[data-layer=zoning] .site-feature");
    browser.openPage("/" + page.substring(page.indexOf("api/")));
    browser.see("svg.sketch");
    browser.picture("site-page");
    assertThat(browser.text("h1")).isEqualTo("地块适用信息报告");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theAddressKeepsTheSiteAndTheLanguageChanges() {
    browser.open("/?lang=en&view=15/113.395/30.58&site=113.39,30.58;113.393,30.58;113.393,30.583");
    browser.see(CARD + "[role=status]", "Finished");
    assertThat(browser.texts(CARD + "h3")).contains("Zoning", "Nearest fire stations");
    browser.click(CARD + "[aria-label=Close]");
    browser.until(() -> browser.count(".site-card:not([hidden])") == 0);
  }

  @Test
  void whatCannotBeAnsweredIsSaid() {
    browser.open("/?lang=en&view=10/113.395/30.58&site=112,30;114,30;114,31;112,31");
    assertThat(browser.see(CARD + "[role=alert]").getText()).contains("at most 100 km²");
  }

  @Test
  void aPhoneShowsTheReportAsASheet() {
    browser.close();
    browser = new Browser(port, new Dimension(390, 844));
    browser.open("/?lang=zh&view=16/113.395/30.58&site=113.395,30.58");
    browser.see(CARD + "[role=status]", "查阅完毕");
    browser.picture("site-phone");
    assertThat(browser.see(".site-card").getSize().getWidth()).isLessThanOrEqualTo(390);
  }
}
