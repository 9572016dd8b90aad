package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An editor keeps the water works of the city up to date. */
@InChromium
class EditJourneyTest {
  private static final String ITEMS = "/ogc/collections/water_works/items";

  @LocalServerPort private int port;
  private Browser browser;
  private double lon;
  private double lat;

  @BeforeEach
  void openBrowser() {
    browser = new Browser(port);
    signIn();
    String[] place =
        answered(
                """
                const it = (await (await fetch('%s?limit=1', { headers: { Accept: 'application/geo+json' } })).json()).features[0];
                return it.geometry.coordinates.join(' ');"""
                    .formatted(ITEMS))
            .split(" ");
    lon = Double.parseDouble(place[0]);
    lat = Double.parseDouble(place[1]);
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @Test
  void aFeatureIsChangedMovedAndTakenBack() {
    openFirst();
    browser.type(".edit-card input[name=capacity]", "12 m³/s");
    browser.choose(".edit-card select[name=status]", "standby");
    browser.script("document.querySelector('.edit-vertex').focus()");
    browser.keys(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
    browser.see(".edit-shape .button", "撤销一步");
    browser.picture("edit");
    browser.click(".edit-card button[type=submit]");
    browser.see(".toast", "已保存");
    browser.see(".identify-card .facts", "12 m³/s");
    assertThat(first("it.geometry.coordinates[0] !== " + lon)).isEqualTo("true");

    browser.click(".identify-card .button", "编辑");
    browser.click(".edit-history summary");
    browser.see(".edit-change", "备用");
    browser.picture("edit-history");
    browser.click(".edit-changes .button", "恢复到此前");
    browser.see(".toast", "已恢复");
    assertThat(
            first("it.properties.capacity !== '12 m³/s' && it.geometry.coordinates[0] === " + lon))
        .isEqualTo("true");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aNewFeatureIsDrawnRefusedSavedDeletedAndBroughtBack() {
    browser.open("/?lang=zh&layers=water_works&view=16/%s/%s".formatted(lon, lat));
    openForm("newFeature('water_works')");
    browser.see(".draw-bar");
    browser.clickMap(-120, 60);
    browser.type(".edit-card input[name=name]", "试验泵站");
    browser.click(".edit-card button[type=submit]");
    browser.see("[data-field=kind] .wrong", "请填写此项");
    browser.choose(".edit-card select[name=kind]", "pump");
    browser.choose(".edit-card select[name=status]", "running");
    browser.click(".edit-card button[type=submit]");
    browser.see(".toast", "已新建");
    browser.see(".identify-card .facts", "试验泵站");

    browser.click(".identify-card .button", "编辑");
    browser.click(".edit-card .button", "删除");
    browser.click("dialog .button.danger");
    browser.see(".toast", "已删除");
    assertThat(named("试验泵站")).isEqualTo("0");
    browser.click(".toast .button", "撤销");
    browser.see(".toast", "已恢复");
    assertThat(named("试验泵站")).isEqualTo("1");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatSomebodyElseSavedMeanwhileIsShownAndChosen() {
    openFirst();
    browser.type(".edit-card input[name=name_en]", "Mine");
    patchElsewhere("{ capacity: '别人写的', name_en: 'Theirs' }");
    browser.click(".edit-card button[type=submit]");
    browser.see(".edit-conflict", "别人刚刚改过");
    browser.see(".edit-compare", "Theirs");
    browser.picture("edit-conflict");
    browser.click(".edit-conflict .button", "保存我的改动");
    browser.see(".toast", "已保存");
    assertThat(first("it.properties.name_en + it.properties.capacity")).isEqualTo("Mine别人写的");
  }

  @Test
  void aRefusalOfTheServerStandsAtItsField() {
    openFirst();
    browser.script(
        "const it = document.querySelector('.edit-card input[name=name]'); it.maxLength = 9999; it.value = '长'.repeat(150); it.dispatchEvent(new Event('input'))");
    browser.click(".edit-card button[type=submit]");
    browser.see("[data-field=name] .wrong", "不超过 100 个字符");
    browser.see(".edit-card .note.error", "1 处");
    browser.keys(Keys.ESCAPE);
    browser.see("dialog h2", "放弃改动");
    browser.click("dialog .button.primary, dialog .button.danger");
    browser.until(() -> browser.count(".edit-card:not([hidden])") == 0);
  }

  @Test
  void theFormFitsAPhone() {
    browser.close();
    browser = new Browser(port, Browser.PHONE);
    signIn();
    openFirst();
    assertThat(browser.script("return document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    browser.picture("edit-phone");
  }

  private void signIn() {
    browser.open("/?work=data&lang=zh");
    browser.type("input[name=username]", "admin");
    browser.type("input[name=password]", SampleCityStart.ADMIN_PASSWORD);
    browser.click(".panel button[type=submit]");
    browser.see(".data-drop");
  }

  private void openFirst() {
    browser.open(
        "/?lang=zh&layers=water_works&view=17/%s/%s&at=%s,%s".formatted(lon, lat, lon, lat));
    browser.click(".identify-card .button", "编辑");
    browser.see(".edit-card input[name=name]");
    browser.see(".edit-vertex");
  }

  private void openForm(String call) {
    browser.answer("(await import('/app/edit/edit.js')).%s;".formatted(call));
  }

  /** A change as a second program makes it, without precondition. */
  private void patchElsewhere(String properties) {
    String status =
        answered(
            """
            const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1];
            const fid = %s;
            return (await fetch('%s/' + fid, { method: 'PATCH', headers: { 'Content-Type': 'application/merge-patch+json', 'X-XSRF-TOKEN': token },
              body: JSON.stringify({ properties: %s }) })).status;"""
                .formatted(first("it.id"), ITEMS, properties));
    assertThat(status).isEqualTo("204");
  }

  /** What an expression says of the first feature, as text. */
  private String first(String expression) {
    return answered(
        """
        const it = (await (await fetch('%s?limit=1', { headers: { Accept: 'application/geo+json' }, cache: 'no-store' })).json()).features[0];
        return String(%s);"""
            .formatted(ITEMS, expression));
  }

  private String named(String name) {
    return answered(
        """
        return String((await (await fetch('%s?name=%s', { headers: { Accept: 'application/geo+json' }, cache: 'no-store' })).json()).numberMatched);"""
            .formatted(ITEMS, name));
  }

  private String answered(String body) {
    return browser.answer(body).replace("\"", "");
  }
}
