package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody looks for a name or a position, with the keyboard alone. */
@InChromium
class SearchJourneyTest {
  private static final String BOX = ".search-input";
  private static final String HIT = ".search-list:not([hidden]) [role=option]";
  private static final String ACTIVE = HIT + "[aria-selected=true]";
  private static final String CARD = ".position-card:not([hidden]) ";

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
  void aNameIsFoundByKeyboardAloneAndBackReturns() {
    browser.open("/?lang=zh&view=14/113.4/30.58");
    browser.keys("/");
    browser.keys("人民广场");
    browser.see(HIT, "人民广场");
    assertThat(browser.see(BOX).getDomAttribute("aria-expanded")).isEqualTo("true");
    assertThat(browser.texts(HIT + " mark")).contains("人民广场");
    browser.until(() -> browser.said().endsWith("条结果"));

    browser.keys(Keys.ARROW_DOWN);
    String first = browser.see(ACTIVE).getDomAttribute("id");
    assertThat(browser.see(BOX).getDomAttribute("aria-activedescendant")).isEqualTo(first);
    browser.keys(Keys.END);
    assertThat(browser.see(ACTIVE).getDomAttribute("id")).isNotEqualTo(first);
    browser.keys(Keys.HOME);
    assertThat(browser.see(ACTIVE).getDomAttribute("id")).isEqualTo(first);
    // Every group says its name.
    WebElement group = browser.see(".search-list [role=group]");
    assertThat(browser.text("#" + group.getDomAttribute("aria-labelledby"))).isNotBlank();

    browser.keys(Keys.ENTER);
    browser.see(".identify-card", "人民广场");
    browser.until(() -> address().contains("place="));
    String found = address();
    browser.script("history.back()");
    browser.until(() -> browser.count(".identify-card:not([hidden])") == 0);
    browser.open(found);
    browser.see(".identify-card", "人民广场");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aPositionIsTypedInEnglishAndTellsAllItsNotations() {
    browser.open("/?lang=en&view=14/113.4/30.58");
    browser.see("body").sendKeys(Keys.chord(Keys.CONTROL, "k"));
    browser.keys("30°34′48″N 113°24′E");
    browser.see(HIT, "Degrees, minutes and seconds, latitude first");
    browser.see(HIT, "In the city");
    browser.keys(Keys.ENTER);
    assertThat(browser.see(CARD + "h2").getText()).isEqualTo("113.400000° E, 30.580000° N");
    assertThat(browser.text(CARD + "[data-notation=gauss_kruger]"))
        .contains("EPSG:4547", "X=3384563.970 Y=442447.326");
    assertThat(browser.text(CARD + "[data-notation=gcj_02]")).contains("113.4061203, 30.5777050");
    browser.picture("search-position");

    browser.click(CARD + ".button", "Nearest");
    browser.see(CARD + ".site-feature", "Fire stations");
    browser.script("history.back()");
    browser.until(() -> browser.count(CARD) == 0);
    browser.script("history.forward()");
    browser.see(CARD + "[data-notation=decimal]", "113.4000000, 30.5800000");
    browser.click(CARD + ".button", "What applies here?");
    browser.see(".site-card [role=status]", "Finished");
    assertThat(address()).contains("site=113.400000,30.580000").doesNotContain("position=");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void surveyorsAndDriversAreUnderstoodInChinese() {
    browser.open("/?lang=zh&view=14/113.4/30.58");
    browser.keys("/");
    browser.keys("X=3384563.97 Y=38442447.33");
    browser.see(HIT, "CGCS2000 3 度带第 38 带，中央经线 114°");
    browser.type(BOX, "高德 113.40612,30.577705");
    browser.see(HIT, "GCJ-02（高德、腾讯）坐标纠偏");
    browser.keys(Keys.ENTER);
    browser.see(CARD + ".badge", "已由 GCJ-02 纠偏");
    assertThat(browser.text(CARD + "h2")).isEqualTo("东经 113.400000°，北纬 30.580000°");
  }

  @Test
  void whatWasChosenIsOfferedAgainUntilItIsCleared() {
    browser.open("/?lang=zh&view=14/113.4/30.58");
    browser.keys("/");
    browser.keys("113.4,30.58");
    browser.see(HIT, "东经 113.400000°");
    browser.keys(Keys.ENTER);
    browser.see(CARD);
    browser.open("/?lang=zh&view=14/113.4/30.58");
    browser.keys("/");
    browser.see(HIT, "东经 113.400000°");
    browser.click(HIT, "清除最近搜索");
    browser.open("/?lang=zh&view=14/113.4/30.58");
    browser.keys("/");
    Browser.pause(java.time.Duration.ofMillis(500));
    assertThat(browser.count(HIT)).isZero();
  }

  /** Enter right after the last letter means what was typed, not what was answered before. */
  @Test
  void anOldAnswerIsNeverChosen() {
    browser.open("/?lang=zh&view=14/113.4/30.58");
    browser.keys("/");
    browser.keys("人民广场");
    browser.see(HIT, "人民广场");
    browser.see(BOX).sendKeys(Keys.chord(Keys.CONTROL, "a"), "信塔消防救援站", Keys.ENTER);
    browser.see(".identify-card", "信塔消防救援站");
  }

  @Test
  void layersWorkPlacesAndCommandsAreFoundInEitherLanguage() {
    browser.open("/?lang=en&view=14/113.4/30.58");
    browser.keys("/");
    browser.keys("消防站");
    browser.see(HIT + "[data-group=layers]", "Fire stations");
    browser.type(BOX, "measure");
    browser.see(HIT + "[data-group=commands]");
    browser.type(BOX, "emergency");
    browser.click(HIT + "[data-group=commands]", "Emergency");
    browser.see(".panel h1", "Emergency");
  }

  @Test
  void nothingFoundAndNoAnswerSayWhatToDo() {
    browser.open("/?lang=en&view=14/113.4/30.58");
    browser.keys("/");
    browser.keys("zzzqqq");
    browser.see(".search-none", "Nothing found for “zzzqqq”");
    browser.picture("search-none");
    browser.click(".search-examples .button", "X=3384564 Y=442447");
    browser.see(HIT, "northing first");

    browser.cutOff("*/api/places*");
    browser.type(BOX, "fire");
    browser.see(".search-state [role=alert]");
    browser.see(HIT + "[data-group=layers]", "Fire stations");
    browser.cutOff();
    browser.click(".search-state .button");
    browser.see(HIT + "[data-group=fire_stations]");
    browser.keys(Keys.ESCAPE);
    browser.until(() -> browser.count(HIT) == 0);
  }

  @Test
  void aPhoneShowsTheListOverTheMapAndTheCardAsASheet() {
    browser.close();
    browser = new Browser(port, new Dimension(390, 844));
    browser.open("/?lang=zh&view=14/113.4/30.58");
    browser.click(BOX);
    browser.keys("人民");
    browser.see(HIT);
    WebElement list = browser.see(".search-list");
    assertThat(list.getRect().getX() + list.getRect().getWidth()).isLessThanOrEqualTo(390);
    browser.picture("search-phone");
    browser.type(BOX, "113.4 30.58");
    browser.click(HIT, "东经 113.400000°");
    WebElement card = browser.see(".position-card");
    assertThat(card.getRect().getWidth()).isLessThanOrEqualTo(390);
    browser.picture("position-phone");
  }

  private String address() {
    return (String) browser.script("return location.pathname + location.search");
  }
}
