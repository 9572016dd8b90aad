package org.citygis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.citygis.CityGis;
import org.citygis.security.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Scripts import and export over a running server, on both databases. */
@SpringBootTest(
    classes = CityGis.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "citygis.sample-data=no-such-folder")
abstract class CommandLineContract {
  private static final String PASSWORD = "Correct-horse-7";
  private static final Path PARCELS = Path.of("src/test/resources/imports/parcels-gbk.zip");

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @TempDir Path folder;
  private final String layer = "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);

  @DynamicPropertySource
  static void ownFolder(DynamicPropertyRegistry registry) throws IOException {
    Path data = Files.createTempDirectory("citygis-cli-test");
    registry.add("citygis.data", data::toString);
  }

  @BeforeEach
  void password() throws IOException {
    SignedIn.setPassword(context, "admin", PASSWORD);
    Files.writeString(folder.resolve("password"), PASSWORD + "\n");
  }

  private record Ran(int code, String out) {}

  private Ran run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--server", "http://localhost:" + port, "--user", "admin"));
    all.addAll(List.of("--password-file", folder.resolve("password").toString(), "--lang", "en"));
    return plain(all.toArray(String[]::new));
  }

  /** What a command prints on standard output and standard error, and its exit code. */
  private static Ran plain(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream caught = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(caught);
      System.setErr(caught);
      int code = CommandLineTool.run(arguments);
      return new Ran(code, bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private Ran create() {
    return run(
        "import", PARCELS.toString(), "--layer", layer, "--title", "宗地", "--department", "land");
  }

  @Test
  void whatIsImportedComesBackByExport() throws IOException {
    assertThat(create().code).isEqualTo(ExitCode.WITH_FAULTS);
    Path file = folder.resolve("back.geojson");
    Ran export = run("export", layer, "--out", file.toString());
    assertThat(export.code).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(file)).contains("FeatureCollection").contains("Polygon");
    assertThat(Files.exists(folder.resolve("back.geojson.part"))).isFalse();
  }

  @Test
  void aDryRunCountsAndPublishesNothing() {
    create();
    Ran dry = run("import", PARCELS.toString(), "--layer", layer, "--mode", "append", "--dry-run");
    assertThat(dry.out).contains("nothing was published").contains("inserted");
    Ran again = run("import", PARCELS.toString(), "--layer", layer, "--mode", "replace");
    assertThat(again.out).contains("version 3 is in force");
  }

  @Test
  void anImportThatWouldDeleteTooMuchIsRefused() throws IOException {
    create();
    Path empty = folder.resolve("one.geojson");
    Files.writeString(
        empty,
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"DLBM":"0101"},
        "geometry":{"type":"Polygon","coordinates":[[[114,30],[114.001,30],[114.001,30.001],[114,30]]]}}]}
        """);
    String field = declaredField();
    Ran refused =
        run(
            "import",
            empty.toString(),
            "--layer",
            layer,
            "--map",
            field + "=DLBM",
            "--max-delete",
            "0");
    assertThat(refused.code).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.out).contains("more than --max-delete 0; nothing was published");
  }

  private String declaredField() throws IOException {
    Path file = folder.resolve("fields.csv");
    run("export", layer, "--format", "csv", "--out", file.toString());
    String header = Files.readAllLines(file).getFirst();
    return header.replace("\uFEFF", "").split(",")[1].replace("\"", "");
  }

  @Test
  void aWrongPasswordAndAMissingServerHaveCodesOfTheirOwn() throws IOException {
    Files.writeString(folder.resolve("password"), "wrong");
    assertThat(create().code).isEqualTo(ExitCode.FORBIDDEN);
    Ran gone =
        plain(
            "export",
            layer,
            "--out",
            folder.resolve("x").toString(),
            "--server",
            "http://localhost:1");
    assertThat(gone.code).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void theDoctorNeedsNoServer() throws IOException {
    Path page = folder.resolve("report.html");
    Ran good = plain("doctor", PARCELS.toString(), "--lang", "zh", "--html", page.toString());
    assertThat(good.code).isEqualTo(ExitCode.WITH_FAULTS);
    assertThat(good.out).contains("GB18030").contains("个要素");
    assertThat(Files.readString(page)).contains("数据检查报告");
    Path text = Files.writeString(folder.resolve("notes.docx"), "no layer");
    Ran bad = plain("doctor", text.toString(), "--lang", "en");
    assertThat(bad.code).isEqualTo(ExitCode.REFUSED);
    assertThat(plain("doctor", folder.resolve("gone.zip").toString()).code)
        .isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void aMisspeltCommandIsToldInTheWantedLanguage() {
    Ran missing = plain("import", "x.zip", "--lang", "zh");
    assertThat(missing.code).isEqualTo(ExitCode.USAGE);
    assertThat(missing.out).contains("缺少：--layer");
    assertThat(plain("export", "--help", "--lang", "en").out).contains("Fetches a layer");
  }
}
