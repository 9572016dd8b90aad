package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.citygis.samplecity.SurveyFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The GIS staff bring a file in and keep its versions. */
@InChromium
class DataJourneyTest {
  private static final Path PARCELS = Path.of("sample-data", "parcels.zip");
  private static final int ROWS = 40;
  private static final int KNOWN = 3;
  private static final int BAD_ROW = 17;

  @LocalServerPort private int port;
  @TempDir private Path folder;
  private Browser browser;

  @BeforeEach
  void openBrowser() {
    browser = new Browser(port);
    browser.open("/?work=data&lang=zh");
    browser.type("input[name=username]", "admin");
    browser.type("input[name=password]", SampleCityStart.ADMIN_PASSWORD);
    browser.click(".panel button[type=submit]");
    browser.see(".data-drop");
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @Test
  void aSurveyFileIsExaminedMappedReviewedComparedTakenBackAndExported() throws IOException {
    Path survey = SurveyFile.write(folder.resolve("survey.zip"), knownParcels(), ROWS, BAD_ROW);
    browser.upload("#data-files", survey);

    browser.see(".data-verdict h2", "行有毛病");
    browser.see("[data-aspect=crs] summary", "EPSG:4547");
    browser.picture("data-report");
    browser.click("[data-aspect=geometry] .button", "在地图上看");
    browser.click(".drawer tr.can-choose", "自相交");
    browser.see(".data-where", "第 " + BAD_ROW + " 行");
    browser.picture("data");

    browser.click(".button", "下一步：去向");
    browser.click(".data-option[data-value=upsert] input");
    browser.choose("select[name=existing]", "parcels");
    browser.see(".data-mapping strong", "宗地号");
    browser.see(".data-unmatched code", "居住");
    browser.choose(".data-unmatched .select", "R2");
    browser.picture("data-mapping");
    browser.click("button[type=submit]", "核对差异");
    browser.see("[data-change=insert] dd", String.valueOf(ROWS - KNOWN));
    browser.see("[data-change=update] dd", String.valueOf(KNOWN));
    browser.picture("data-review");
    browser.click(".button", "生效");
    browser.see(".state", "第 2 版");

    browser.click(".button", "查看版本");
    browser.see(".data-versions .badge", "按关键字段更新");
    browser.click("section .button", "比较");
    browser.see(".data-comparison [data-change=insert] dd", String.valueOf(ROWS - KNOWN));
    browser.click(".button", "打开表和图");
    browser.see(".data-matrix th", "合计");
    browser.picture("data-comparison");
    browser.click(".drawer .segment", "图");
    browser.see(".data-chart canvas");

    browser.click(".data-versions .button", "恢复此版");
    browser.click("dialog .button.primary");
    browser.see(".toast", "第 1 版现已生效");

    browser.click(".segment", "导出");
    browser.choose("select[name=format]", "csv");
    browser.click(".data-export a.button", "直接下载");
    assertThat(browser.downloaded().getFileName().toString()).endsWith(".csv");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aNewLayerIsPublishedAtOnceAndItsJobsAreListed() {
    browser.upload("#data-files", PARCELS);
    browser.click(".button", "下一步：去向");
    browser.type("input[name=layer]", "parcels_copy");
    browser.click(".button", "直接发布");
    browser.see(".state", "已经生效");

    browser.click(".segment", "任务");
    browser.see(".data-job strong", "发布图层");
    browser.see(".data-job strong", "读取并检查");
    browser.see(".data-job .badge", "完成");
    browser.picture("data-jobs");
  }

  @Test
  void anExportIsMadeInTheBackground() {
    browser.click(".segment", "图层");
    browser.click(".card[data-layer=green]");
    browser.click(".segment", "导出");
    browser.choose("select[name=crs]", "GCJ02");
    browser.see(".note.warning", "不要用来测量");
    browser.click(".button", "后台生成");
    browser.click(".data-export a.button", "下载（");
    assertThat(browser.downloaded().getFileName().toString()).endsWith(".zip");
  }

  @Test
  void aWrongIdIsSaidAtItsField() {
    browser.upload("#data-files", PARCELS);
    browser.click(".button", "下一步：去向");
    browser.type("input[name=layer]", "Parcels 2026");
    browser.click("button[type=submit]", "核对差异");
    browser.see(".field .wrong", "小写字母");
  }

  @Test
  void aZipWithoutAShapefileIsRefusedInWords() throws IOException {
    Path zip = folder.resolve("readme-only.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("readme.txt"));
      out.write("nothing here".getBytes(StandardCharsets.UTF_8));
    }
    browser.upload("#data-files", zip);
    browser.see(".note.error", "文件无法使用");
    browser.see(".data .fine", "没有发布任何内容");
    browser.click(".button", "选择别的文件");
    browser.see(".data-drop");
  }

  @Test
  void whatWasTypedSurvivesAReload() {
    browser.upload("#data-files", PARCELS);
    browser.click(".button", "下一步：去向");
    browser.type("input[name=layer]", "parcels_draft");
    browser.script("location.reload()");
    browser.click(".button", "下一步：去向");
    assertThat(browser.see("input[name=layer]").getDomProperty("value")).isEqualTo("parcels_draft");
  }

  /** Numbers of parcels that the city has. */
  private List<String> knownParcels() {
    String numbers =
        browser.answer(
            """
            const answer = await fetch('/ogc/collections/parcels/items?limit=%d', { headers: { Accept: 'application/geo+json' } });
            return (await answer.json()).features.map(it => it.properties.parcel_no).join(' ');"""
                .formatted(KNOWN));
    return List.of(numbers.replace("\"", "").split(" "));
  }
}
