package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A citizen with a telephone in his hand looks for the hall that does what he came for. */
@InChromium
class ServicesJourneyTest {
  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void openBrowser() {
    browser = new Browser(port, Browser.PHONE);
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @Test
  void hallsNearMeStandByDistance() {
    browser.standAt(new double[] {113.4, 30.58});
    browser.open("/?work=services&lang=zh");
    browser.click(".button", "我的附近");
    browser.see(".services-count", "由近到远");

    List<Double> metres =
        browser.texts(".services-card .services-distance").stream()
            .map(ServicesJourneyTest::metres)
            .toList();
    assertThat(metres).isSorted().hasSizeGreaterThan(3);
    browser.picture("services-phone");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whoDoesNotTellHisPlaceIsHelpedOtherwise() {
    browser.standAt(null);
    browser.open("/?work=services&lang=zh");
    browser.click(".button", "我的附近");
    browser.see("[role=status]", "请输入地址或地名");

    browser.type("[role=combobox]", "大道");
    browser.click("[role=option]");
    browser.see(".services-start", "远近排列");
    browser.see(".services-card .services-distance");
  }

  @Test
  void aPositionIsAPlaceToStartFrom() {
    browser.open("/?work=services&lang=zh");
    browser.type("[role=combobox]", "30.58N 113.4E");
    browser.click("[role=option]", "东经 113.400000°");
    browser.see(".services-start", "东经 113.400000°");
    browser.see(".services-card .services-distance");
  }

  @Test
  void anItemLeavesTheHallsThatHandleIt() {
    browser.open("/?work=services&lang=zh");
    browser.see(".services-card");
    int all = browser.count(".services-card");
    String item =
        (String)
            browser.script("return document.querySelector('.services select').options[1].value");
    String title =
        (String)
            browser.script("return document.querySelector('.services select').options[1].text");
    browser.choose(".services select", item);
    browser.until(
        () -> browser.count(".services-card") < all && browser.count(".services-card") > 0);

    browser.click(".services-name");
    assertThat(browser.texts(".services-items li")).contains(title);
    assertThat(browser.see("a[href^='tel:']").getText()).startsWith("拨打");
    assertThat(browser.texts(".services-hours th")).isNotEmpty();
    browser.click(".button", "返回列表");
    browser.see(".services-card");
  }

  @Test
  void openNowLeavesOnlyOpenHallsOrSaysWhatToDo() {
    browser.open("/?work=services&lang=en");
    browser.see(".services-card");
    browser.click("label[for=services-open]");
    browser.until(() -> browser.count("[aria-busy=true]") == 0);
    browser.until(() -> browser.texts(".services-card .badge").stream().allMatch("Open"::equals));
    if (browser.count(".services-card") == 0) {
      assertThat(browser.text(".services .state")).contains("Switch off");
    }
  }

  @Test
  void theListComesWithoutAMap() {
    browser.cutOff("*/tiles/*", "*/api/styles/*");
    browser.open("/?work=services&lang=zh");
    browser.see(".services-card");
  }

  @Test
  void onADeskTheHallsStandOnTheMap() {
    try (Browser desk = new Browser(port)) {
      desk.open("/?work=services&lang=zh&services.from=113.4,30.58,市中心&view=15/113.4/30.58");
      desk.see(".services-card .services-distance");
      desk.picture("services");
    }
  }

  private static double metres(String text) {
    double number = Double.parseDouble(text.replaceAll("[^\\d.]", ""));
    return text.contains("公里") ? number * 1000 : number;
  }
}
