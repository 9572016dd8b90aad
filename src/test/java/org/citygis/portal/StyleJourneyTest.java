package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.StaleElementReferenceException;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A publisher gives a layer another look. */
@InChromium
class StyleJourneyTest {
  private static final String ROW = "[data-layer=zoning]";

  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void openEditor() {
    browser = new Browser(port);
    browser.open("/?lang=zh&work=map");
    browser.answer(
        """
        await fetch('/api/session');
        const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1];
        const body = JSON.stringify({ username: 'admin', password: '%s' });
        const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token };
        return (await fetch('/api/session', { method: 'POST', headers, body })).status;"""
            .formatted(SampleCityStart.ADMIN_PASSWORD));
    browser.open("/?lang=zh&work=map&layers=zoning&view=113.40,30.57,14");
    browser.click(ROW + " .icon-button");
    browser.click(ROW + " .layer-details .button", "样式");
    browser.see(".style-rules summary", "二类居住用地");
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @Test
  void aColourIsChangedTheMapFollowsAndTheStyleIsSaved() {
    browser.click(".style-rules summary", "行政办公用地");
    browser.script(
        """
        const box = document.querySelector('.style-rules details[open] .style-color');
        box.value = '#0000ff';
        box.dispatchEvent(new Event('input'));""");
    browser.see(".style-editor .fine", "预览");
    browser.until(
        () ->
            browser
                .answer("return document.querySelector('.style-text').value;")
                .contains("#0000ff"));
    browser.picture("style-rules");
    browser.type("input[name=style-id]", "zoning-blue");
    browser.click(".style-editor .button", "另存为");
    browser.see(".toast", "样式已保存");
    browser.click(".style-editor .button", "设为默认");
    browser.see(".toast", "图层已改用此样式");
    assertThat(browser.answer("return (await (await fetch('/api/layers/zoning')).json()).style;"))
        .isEqualTo("\"zoning-blue\"");
    assertThat(
            browser.answer(
                "return (await (await fetch('/api/layers/zoning/legend')).json()).style;"))
        .isEqualTo("\"zoning-blue\"");
    chooseStyle("zoning");
    browser.click(".style-editor .button", "设为默认");
    browser.until(
        () ->
            browser
                .answer("return (await (await fetch('/api/layers/zoning')).json()).style;")
                .equals("\"zoning\""));
    chooseStyle("zoning-blue");
    browser.click(".style-editor .button.danger");
    browser.click("dialog .button.danger");
    browser.see(".toast", "样式已删除");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aFieldMakesAStyleAndAMistakeShowsItsLine() {
    browser.click(".style-editor .segment", "按字段生成");
    browser.choose(".style-editor select[name=field]", "far");
    browser.see(".style-editor select[name=classes]");
    browser.see(".legend li", "≥");
    browser.picture("style-field");
    browser.click(".style-editor .segment", "SLD 文本");
    browser.script(
        """
        const box = document.querySelector('.style-text');
        box.value = box.value.replace('#fde725', 'reddish');
        box.dispatchEvent(new Event('input'));""");
    browser.see(".style-editor .button", "第 13 行");
    browser.see(".style-lines .wrong", "13");
    browser.picture("style-mistake");
  }

  /** The list is drawn anew after each change. */
  private void chooseStyle(String id) {
    browser.until(
        () -> {
          try {
            browser.choose(".style-editor select[name=style]", id);
            return true;
          } catch (StaleElementReferenceException e) {
            return false;
          }
        });
  }
}
