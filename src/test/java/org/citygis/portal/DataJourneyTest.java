package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The GIS staff bring a file in and keep its versions. */
@InChromium
class DataJourneyTest {
  private static final Path PARCELS = Path.of("sample-data", "parcels.zip");

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
  void aShapefileBecomesALayerAndItsVersionsCanBeRolledBack() {
    browser.upload("#data-files", PARCELS);
    browser.see(".data-option strong", "GB");
    browser.see(".data .select option[value='EPSG:4547']");
    browser.see(".data .table td", "宗地号");
    browser.picture("data");
    publishAs("parcels_copy");
    browser.click(".button", "在地图上打开");

    browser.click(".button", "再导入一个文件");
    browser.upload("#data-files", PARCELS);
    browser.click(".button", "下一步：发布");
    browser.click(".segment", "现有图层的新版本");
    browser.choose(".data form .field:not([hidden]) .select", "parcels_copy");
    browser.click("button[type=submit]", "发布");
    browser.see(".state", "第 2 版");

    browser.click(".segment", "图层与版本");
    browser.type(".data input[type=search]", "parcels_copy");
    browser.click(".card .button", "版本");
    browser.see(".data-versions .badge", "当前");
    browser.click(".data-versions .button", "恢复此版");
    browser.click("dialog .button.primary");
    browser.see(".toast", "第 1 版现已生效");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aWrongIdIsSaidAtItsField() {
    browser.upload("#data-files", PARCELS);
    browser.click(".button", "下一步：发布");
    browser.type(".data form .input", "Parcels 2026");
    browser.click("button[type=submit]", "发布");
    browser.see(".field .wrong", "小写字母");
  }

  @Test
  void aZipWithoutAShapefileIsRefusedInWords() throws IOException {
    Path zip = folder.resolve("readme-only.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("readme.txt"));
      out.write("nothing here".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    browser.upload("#data-files", zip);
    browser.see(".note.error");
    browser.see(".data .fine", "没有发布任何内容");
    browser.see(".data-drop");
  }

  @Test
  void whatWasTypedSurvivesAReload() {
    browser.upload("#data-files", PARCELS);
    browser.click(".button", "下一步：发布");
    browser.type(".data form .input", "parcels_draft");
    browser.script("location.reload()");
    browser.click(".button", "下一步：发布");
    assertThat(browser.see(".data form .input").getDomProperty("value")).isEqualTo("parcels_draft");
  }

  private void publishAs(String id) {
    browser.click(".button", "下一步：发布");
    browser.type(".data form .input", id);
    browser.click("button[type=submit]", "发布");
    browser.see(".state", "发布成功");
  }
}
