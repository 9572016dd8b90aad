package org.citygis.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackerTest {
  private static final ArchiveLimits LIMITS = new ArchiveLimits(20, 5_000_000, 200, 1_000_000, 1);

  @TempDir Path parent;
  private @Nullable Workspace made;

  @BeforeEach
  void enter() throws IOException {
    made = Workspace.in(parent);
  }

  private Workspace workspace() {
    return Objects.requireNonNull(made);
  }

  @AfterEach
  void nothingIsLeftOnDisk() throws IOException {
    workspace().close();
    try (var left = Files.list(parent)) {
      assertThat(left).isEmpty();
    }
  }

  private Unpacked unpack(String name, byte[] bytes) throws IOException, UnreadableFile {
    Path file = Files.write(workspace().newFile(), bytes);
    return Unpacker.unpack(List.of(new Received(name, file)), workspace(), LIMITS, 100);
  }

  private Defect refusal(String name, byte[] bytes) {
    UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> unpack(name, bytes));
    return refused.finding().defect();
  }

  private static byte[] zip(String... names) throws IOException {
    return zip(StandardCharsets.UTF_8, names);
  }

  private static byte[] zip(Charset charset, String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, charset)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void oneLayerPerFolderAndBaseName() throws Exception {
    Unpacked unpacked =
        unpack("a.zip", zip("x/roads.shp", "x/ROADS.DBF", "y/roads.shp", "rivers.shp", "r.txt"));
    assertThat(unpacked.layers())
        .extracting(FileSet::name, layer -> layer.parts().size())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("roads", 2),
            org.assertj.core.groups.Tuple.tuple("roads", 1),
            org.assertj.core.groups.Tuple.tuple("rivers", 1));
  }

  @Test
  void namesInGbkAreRead() throws Exception {
    Unpacked unpacked = unpack("a.zip", zip(Charset.forName("GBK"), "宗地/宗地.shp", "宗地/宗地.dbf"));
    assertThat(unpacked.layers()).extracting(FileSet::name).containsExactly("宗地");
    assertThat(unpacked.findings().count(Defect.ARCHIVE_NAMES_GBK)).isEqualTo(1);
  }

  @Test
  void litterOfOperatingSystemsIsIgnored() throws Exception {
    Unpacked unpacked =
        unpack("a.zip", zip("a.shp", "__MACOSX/a.shp", "__MACOSX/._a.shp", "._b.shp", ".DS_Store"));
    assertThat(unpacked.layers()).hasSize(1);
  }

  @Test
  void anEntryThatLeadsOutIsIgnoredAndReported() throws Exception {
    Unpacked unpacked =
        unpack("a.zip", zip("../../evil.shp", "/etc/evil.shp", "C:\\evil.shp", "good.shp"));
    assertThat(unpacked.layers()).extracting(FileSet::name).containsExactly("good");
    assertThat(unpacked.findings().count(Defect.ENTRY_ESCAPES)).isEqualTo(3);
    assertThat(refusal("a.zip", zip("../evil.shp"))).isEqualTo(Defect.ENTRY_ESCAPES);
  }

  @Test
  void ofTwoEqualEntriesTheFirstCounts() throws Exception {
    byte[] bytes = zip("a.shp", "b.shp");
    byte[] twice =
        new String(bytes, StandardCharsets.ISO_8859_1)
            .replace("b.shp", "a.shp")
            .getBytes(StandardCharsets.ISO_8859_1);
    Unpacked unpacked = unpack("a.zip", twice);
    assertThat(unpacked.layers()).hasSize(1);
    assertThat(unpacked.findings().count(Defect.ENTRY_TWICE)).isEqualTo(1);
  }

  @Test
  void aZipWithinAZipIsOpenedOnce() throws Exception {
    byte[] inner = zip("deep.shp");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("inner.zip"));
      zip.write(inner);
    }
    Unpacked unpacked = unpack("a.zip", bytes.toByteArray());
    assertThat(unpacked.layers()).extracting(FileSet::name).containsExactly("deep");
  }

  @Test
  void aBombIsRefusedWhileItInflates() throws Exception {
    assertThat(refusal("bomb.zip", zeros(3_000_000))).isEqualTo(Defect.ARCHIVE_BOMB);
    assertThat(refusal("bomb.zip", zeros(900_000, 900_000, 900_000, 900_000, 900_000, 900_000)))
        .isEqualTo(Defect.ARCHIVE_TOO_LARGE);
  }

  private static byte[] zeros(int... sizes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < sizes.length; i++) {
        zip.putNextEntry(new ZipEntry(i + ".shp"));
        write(zip, sizes[i]);
      }
    }
    return bytes.toByteArray();
  }

  private static void write(OutputStream out, int zeros) throws IOException {
    out.write(new byte[zeros]);
  }

  @Test
  void whatIsNoUsableArchiveIsRefusedWithAReason() throws Exception {
    byte[] good = zip("a.shp");
    assertThat(refusal("a.zip", Arrays.copyOf(good, good.length - 30)))
        .isEqualTo(Defect.ARCHIVE_BROKEN);
    assertThat(refusal("a.zip", "no zip".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Defect.ARCHIVE_BROKEN);
    assertThat(refusal("a.zip", zip("readme.txt"))).isEqualTo(Defect.ARCHIVE_WITHOUT_LAYER);
    assertThat(refusal("a.zip", zip())).isEqualTo(Defect.ARCHIVE_EMPTY);
    assertThat(refusal("a.pdf", "%PDF".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Defect.FILE_KIND_UNKNOWN);
    String[] many = new String[30];
    Arrays.setAll(many, i -> i + ".shp");
    assertThat(refusal("a.zip", zip(many))).isEqualTo(Defect.ARCHIVE_TOO_MANY_ENTRIES);
  }

  @Test
  void anEncryptedArchiveIsRefusedAsSuch() throws Exception {
    byte[] bytes = zip("a.shp");
    int directory = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\001\002");
    bytes[directory + 8] |= 1;
    assertThat(refusal("a.zip", bytes)).isEqualTo(Defect.ARCHIVE_ENCRYPTED);
  }

  @Test
  void looseFilesOfOneNameMakeOneLayer() throws Exception {
    List<Received> received =
        List.of(
            new Received("C:\\data\\Roads.SHP", Files.write(workspace().newFile(), new byte[1])),
            new Received("roads.dbf", Files.write(workspace().newFile(), new byte[1])),
            new Received("roads.prj", Files.write(workspace().newFile(), new byte[1])));
    Unpacked unpacked = Unpacker.unpack(received, workspace(), LIMITS, 100);
    assertThat(unpacked.layers())
        .singleElement()
        .satisfies(layer -> assertThat(layer.parts()).containsOnlyKeys("shp", "dbf", "prj"));
  }

  @Test
  void whatAnEarlierProcessLeftIsSwept() throws IOException {
    Workspace left = Workspace.in(parent);
    Files.write(left.newFile(), new byte[1]);
    Workspace.sweep(parent, kept -> false);
    try (var files = Files.list(parent)) {
      assertThat(files).isEmpty();
    }
    assertThatThrownBy(() -> Files.write(left.newFile(), new byte[1]))
        .isInstanceOf(IOException.class);
  }
}
