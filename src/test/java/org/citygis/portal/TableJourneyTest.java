package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Someone reads a layer row by row: sorts, filters, selects and takes away what he found. */
@InChromium
class TableJourneyTest {
  private static final String SCHOOLS = "/?lang=zh&view=13/113.4/30.58&table=schools";

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
  void aLayerOpensAsATableAndIsPagedBackAndForth() {
    browser.open("/?lang=zh&view=13/113.4/30.58");
    browser.click("[data-layer=schools] .layer-line .icon-button");
    browser.click("[data-layer=schools] .button", "属性表");
    browser.see(".drawer h2", "学校 · 489 条");
    assertThat(browser.text(".table-foot")).contains("第 1–100 条，共 489 条");
    String first = browser.text(".table-grid tbody tr");

    browser.click("[aria-label=下一页]");
    browser.see(".table-foot", "第 101–200 条");
    assertThat(browser.text(".table-grid tbody tr")).isNotEqualTo(first);
    browser.click("[aria-label=上一页]");
    browser.see(".table-foot", "第 1–100 条");
    assertThat(browser.text(".table-grid tbody tr")).isEqualTo(first);
    assertThat(browser.see("[role=grid]").getDomAttribute("aria-rowcount")).isEqualTo("490");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aHeadSortsUpThenDownAndTheAddressKeepsIt() {
    browser.open(SCHOOLS);
    browser.click("[data-field=students]");
    browser.see("th[aria-sort=ascending] [data-field=students]");
    browser.click("[data-field=students]");
    browser.see("th[aria-sort=descending] [data-field=students]");
    browser.until(() -> students().equals(students().stream().sorted((a, b) -> b - a).toList()));
    assertThat(students()).hasSize(100);

    browser.until(() -> address().contains("table.sort=-students"));
    List<Integer> before = students();
    browser.open(address());
    browser.see("th[aria-sort=descending] [data-field=students]");
    assertThat(students()).isEqualTo(before);
  }

  @Test
  void aFilterIsBuiltInRowsShownAsCql2AndSurvivesItsLink() {
    browser.open(SCHOOLS);
    browser.click("[data-tool=filter]");
    browser.click(".filter-add");
    browser.choose(".filter-row .select", "students");
    browser.choose(".filter-operator .select", "least");
    browser.type(".filter-value .input", "1000");
    browser.see("city-filter code", "students >= 1000");
    browser.click(".filter-add");
    browser.choose(".filter-line:nth-child(2) .filter-row .select", "kind");
    browser.click(".filter-line:nth-child(2) summary");
    browser.click(".filter-codes-list label", "小学");
    browser.see("city-filter code", "students >= 1000 AND kind IN ('primary')");
    browser.until(
        () ->
            browser.texts(".table-grid tbody tr").stream().allMatch(row -> row.contains("小学"))
                && students().stream().allMatch(count -> count >= 1000));
    String found = browser.text(".drawer h2");
    browser.picture("table");

    browser.until(() -> address().contains("kind"));
    browser.open(address());
    browser.see("city-filter code", "students >= 1000 AND kind IN ('primary')");
    browser.see(".drawer h2", found);
    assertThat(browser.count(".filter-line")).isEqualTo(2);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whoKnowsCql2WritesItAndIsToldWhereItIsWrong() {
    browser.open(SCHOOLS);
    browser.click("[data-tool=filter]");
    browser.click("city-filter .segment", "CQL2");
    browser.type("city-filter textarea", "students > 10 AND AND kind IS NULL");
    browser.click("city-filter .button", "应用");
    browser.see(".cql2-wrong", "第 19 个字符处");
    assertThat(browser.text("city-filter code mark")).isEqualTo("A");

    browser.type("city-filter textarea", "students > 1500 AND NOT CASEI(name) LIKE CASEI('%小学%')");
    browser.see("city-filter textarea").sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
    browser.until(() -> browser.count(".cql2-wrong:not([hidden])") == 0);
    browser.until(() -> !students().isEmpty() && students().stream().allMatch(it -> it > 1500));
    browser.click("city-filter .segment", "条件表单");
    browser.see(".filter-group:not(.is-root)");
  }

  @Test
  void selectedRowsStandOutOnTheMapAndAMapClickSelectsARow() {
    browser.open("/?lang=zh&view=16/113.4/30.58&table=zoning&table.view=1");
    browser.click(".table-grid tbody tr:nth-child(3) td:nth-child(3)");
    browser.see(".table-grid td:focus").sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_DOWN));
    browser.see(".table-foot .badge", "已选 2 条");
    assertThat(browser.count("tr[aria-selected=true]")).isEqualTo(2);
    browser.keys(" ");
    browser.see(".table-foot .badge", "已选 1 条");
    browser.click("[data-tool=zoom]");
    browser.until(() -> address().contains("view=1") && !address().contains("view=16/"));

    browser.click(".button", "取消选择");
    browser.until(() -> browser.count("tr[aria-selected=true]") == 0);
    browser.clickMap(0, 0);
    browser.until(() -> browser.count("tr[aria-selected=true]") == 1);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void onlyWhatIsInViewFollowsTheMap() {
    browser.open("/?lang=zh&view=15/113.4/30.58&table=bus_stops&table.view=1");
    browser.see(".table-foot");
    int before = matched();
    browser.click("[aria-label=放大]");
    browser.until(() -> matched() < before);
    assertThat(before).isLessThan(1594);
  }

  @Test
  void theSelectionOrTheFilterIsExported() throws IOException {
    browser.open(SCHOOLS + "&table.filter=students+%3E+1500");
    browser.see(".table-grid tbody tr");
    browser.click("[data-tool=export]");
    browser.choose("[name=format]", "csv");
    browser.click(".table-grid tbody tr:nth-child(1) td:nth-child(1) input");
    browser.click(".table-grid tbody tr:nth-child(4) td:nth-child(1) input");
    browser.see(".table-foot .badge", "已选 2 条");
    browser.click(".data-export a.button");
    assertThat(Files.readAllLines(browser.downloaded())).hasSize(3);
  }

  @Test
  void columnsAreChosenAndNothingFoundSaysWhatToDo() {
    browser.open(SCHOOLS);
    browser.see(".table-grid [data-field=address]");
    browser.click("[data-tool=columns]");
    browser.click(".table-side label", "地址");
    browser.until(() -> browser.count(".table-grid [data-field=address]") == 0);

    browser.open(SCHOOLS + "&table.filter=students+%3C+0");
    browser.click(".table-state .button", "清除条件");
    browser.see(".drawer h2", "489 条");
  }

  @Test
  void onAPhoneTheTableTakesTheScreen() {
    browser.close();
    browser = new Browser(port, Browser.PHONE);
    browser.open("/?lang=en&view=13/113.4/30.58&table=schools");
    browser.see(".table-grid tbody tr");
    assertThat(browser.see(".drawer").getRect().y).isLessThanOrEqualTo(1);
    browser.click("[data-tool=filter]");
    browser.click(".filter-add");
    browser.choose(".filter-row .select", "students");
    browser.choose(".filter-operator .select", "more");
    browser.type(".filter-value .input", "1500");
    browser.click(".table-side-done .button", "See");
    browser.until(() -> students().stream().allMatch(count -> count > 1500));
    browser.picture("table-phone");
    assertThat(browser.complaints()).isEmpty();
  }

  private List<Integer> students() {
    String cells =
        (String)
            browser.script(
                """
                const at = [...document.querySelectorAll('.table-grid th')].findIndex(it => it.title === 'students');
                return [...document.querySelectorAll('.table-grid tbody tr')].map(it => it.cells[at].textContent.replace(/,/g, '')).join(' ');""");
    return cells.isBlank()
        ? List.of()
        : List.of(cells.split(" ")).stream().map(Integer::valueOf).toList();
  }

  private int matched() {
    return Integer.parseInt(
        browser.text(".drawer h2").replaceAll(".*· ", "").replaceAll("\\D", ""));
  }

  private String address() {
    return (String) browser.script("return location.pathname + location.search");
  }
}
