package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.citygis.geo.MapShift;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody keeps a view and sends its link; a visitor opens it; another site embeds it. */
@InChromium
class ViewsJourneyTest {
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
  void aViewIsSavedOpenedByAVisitorWithoutWhatHeMayNotSeeAndDeleted() {
    browser.open("/?lang=zh&work=map&layers=water,roads,parcels&view=13/113.40/30.58");
    browser.signIn("admin", SampleCityStart.ADMIN_PASSWORD);
    browser.click("[data-id=views]");
    browser.type("input[name=view-name]", "东城的宗地");
    browser.click(".work-views .check");
    browser.click(".work-views button[type=submit]");
    browser.see(".view-name", "东城的宗地");
    browser.picture("views");
    String link = browser.see(".view-name").getAttribute("href");
    assertThat(link).matches(".*/v/[0-9A-Za-z]{8}");
    String path = link.substring(link.indexOf("/v/"));
    try (Browser visitor = new Browser(port)) {
      visitor.open(path);
      visitor.see(".toast", "1");
      assertThat(visitor.answer("return location.search;")).contains("view=13/113.4");
      visitor.openPage("/embed/" + path.substring(3));
      visitor.see(".embed-full");
      visitor.picture("embed");
    }
    browser.click(".view-item .icon-button[aria-label^=删除]");
    browser.click("dialog .button.danger");
    browser.see(".toast", "视图已删除");
    browser.open(path);
    browser.see(".toast.error", "没有这个视图");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void twoLayersPartAtALineThatKeysMove() {
    browser.open("/?lang=zh&swipe=zoning,green,50&layers=water,green,zoning&view=14/113.4/30.58");
    browser.see(".swipe-line");
    browser.picture("swipe");
    browser.script(
        """
        document.querySelector('.swipe-line').dispatchEvent(
          new KeyboardEvent('keydown', { key: 'PageUp', bubbles: true, cancelable: true }));""");
    assertThat(browser.see(".swipe-line").getAttribute("aria-valuenow")).isEqualTo("60");
    browser.until(
        () -> browser.answer("return location.search;").contains("swipe=zoning,green,60"));
    browser.click(".swipe-bar .icon-button");
    browser.until(() -> !browser.answer("return location.search;").contains("swipe"));
    assertThat(browser.complaints()).isEmpty();
  }

  /** The positions are those of the server's own formula, which its test compares with others. */
  @Test
  void picturesInGcj02ArePutBackByTheServersFormula() {
    browser.open("/?work=services&lang=zh");
    double[] moved = {113.4, 30.58, 116.3913, 39.9075, 2.35, 48.85};
    MapShift.GCJ_02.apply(moved, 3);
    for (Map.Entry<String, Integer> place :
        Map.of("113.4, 30.58", 0, "116.3913, 39.9075", 2, "2.35, 48.85", 4).entrySet()) {
      assertThat(
              browser.answer(
                  """
                  const { toGcj02 } = await import('/app/map/gcj02.js');
                  return toGcj02(%s).map(it => it.toFixed(9)).join();"""
                      .formatted(place.getKey())))
          .isEqualTo(
              "\"%.9f,%.9f\"".formatted(moved[place.getValue()], moved[place.getValue() + 1]));
    }
  }
}
