package org.citygis.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
    return unpack(name, bytes, LIMITS);
  }

  private Unpacked unpack(String name, byte[] bytes, ArchiveLimits limits)
      throws IOException, UnreadableFile {
    Path file = Files.write(workspace().newFile(), bytes);
    return Unpacker.unpack(List.of(new Received(name, file)), workspace(), limits, 100);
  }

  private Defect refusal(String name, byte[] bytes) {
    return refusal(name, bytes, LIMITS);
  }

  private Defect refusal(String name, byte[] bytes, ArchiveLimits limits) {
    UnreadableFile refused =
        catchThrowableOfType(UnreadableFile.class, () -> unpack(name, bytes, limits));
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

  private static byte[] wrap(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void aZipIsOpenedAtAnyDepthThatIsAllowed() throws Exception {
    byte[] nested = zip("deep.shp");
    for (int depth = 0; depth < 8; depth++) {
      nested = wrap("level" + depth + ".zip", nested);
    }
    Unpacked unpacked = unpack("a.zip", nested, ArchiveLimits.DEFAULT);
    assertThat(unpacked.layers()).extracting(FileSet::name).containsExactly("deep");
    assertThat(refusal("a.zip", wrap("deeper.zip", nested), ArchiveLimits.DEFAULT))
        .isEqualTo(Defect.ARCHIVE_WITHOUT_LAYER);
  }

  @Test
  void aBombIsRefusedWhileItInflates() throws Exception {
    assertThat(refusal("bomb.zip", zeros(3_000_000))).isEqualTo(Defect.ARCHIVE_BOMB);
    byte[] many = zeros(900_000, 900_000, 900_000, 900_000, 900_000, 900_000);
    assertThat(refusal("bomb.zip", many)).isEqualTo(Defect.ARCHIVE_BOMB);
    assertThat(refusal("bomb.zip", many, new ArchiveLimits(20, 5_000_000, 5_000, 1_000_000, 1)))
        .isEqualTo(Defect.ARCHIVE_TOO_LARGE);
  }

  @Test
  void whatNestedArchivesHoldIsCountedTogether() throws Exception {
    byte[] inner = zip("1.shp", "2.shp", "3.shp", "4.shp", "5.shp", "6.shp", "7.shp", "8.shp");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : List.of("a.zip", "b.zip", "c.zip")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(inner);
      }
    }
    assertThat(refusal("all.zip", bytes.toByteArray())).isEqualTo(Defect.ARCHIVE_TOO_MANY_ENTRIES);
    assertThat(refusal("all.zip", wrap("x.zip", zeros(3_000_000)))).isEqualTo(Defect.ARCHIVE_BOMB);
  }

  @Test
  void anArchiveOfMoreThanFourGigabytesMayBeSent() throws Exception {
    byte[] plain = zip("a.shp", "b.shp");
    assertThat(unpack("a.zip", zip64(plain, 2)).layers()).hasSize(2);
    assertThat(refusal("a.zip", zip64(plain, 4_000_000_000L)))
        .isEqualTo(Defect.ARCHIVE_TOO_MANY_ENTRIES);
  }

  /** The same archive with the records of zip64 at its end, as large ones have them. */
  private static byte[] zip64(byte[] plain, long claimed) {
    int end = plain.length - 22;
    ByteBuffer old = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer large = ByteBuffer.allocate(plain.length + 56 + 20).order(ByteOrder.LITTLE_ENDIAN);
    large.put(plain, 0, end);
    large.putInt(0x06064B50).putLong(44).putShort((short) 45).putShort((short) 45);
    large.putInt(0).putInt(0).putLong(claimed).putLong(claimed);
    large.putLong(old.getInt(end + 12)).putLong(old.getInt(end + 16));
    large.putInt(0x07064B50).putInt(0).putLong(end).putInt(1);
    large.putInt(0x06054B50).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
    return large.array();
  }

  @Test
  void whatIsNotReadIsNamedWithAWayOut() throws Exception {
    assertThat(refusal("a.zip", zip("x.gdb/a00000001.gdbtable", "x.gdb/gdb")))
        .isEqualTo(Defect.FORMAT_NOT_READ);
    assertThat(refusal("plan.dwg", new byte[9])).isEqualTo(Defect.FORMAT_NOT_READ);
    assertThat(refusal("a.shx", new byte[9])).isEqualTo(Defect.SHAPEFILE_INCOMPLETE);
    Unpacked unpacked = unpack("a.zip", zip("a.shp", "plan.dxf", "readme.txt"));
    assertThat(unpacked.findings().count(Defect.FORMAT_NOT_READ)).isEqualTo(1);
    assertThat(unpacked.layers()).hasSize(1);
  }

  @Test
  void everyFormatOfAnArchiveMakesALayer() throws Exception {
    Unpacked unpacked =
        unpack("a.zip", zip("a.shp", "a.csv", "a.kml", "b.fgb", "c.ndjson", "c.tsv", "t.prj"));
    assertThat(unpacked.layers())
        .extracting(layer -> String.join(",", layer.parts().keySet()))
        .containsExactlyInAnyOrder("shp", "csv", "kml", "fgb", "geojson", "csv");
    Unpacked map = unpack("街道.kmz", zip("doc.kml", "files/icon.png"));
    assertThat(map.layers()).extracting(FileSet::name).containsExactly("街道");
  }

  @Test
  void aTableKeepsTheReferenceSystemBesideIt() throws Exception {
    Unpacked unpacked = unpack("a.zip", zip("a.csv", "a.prj", "a.cpg"));
    assertThat(unpacked.layers())
        .singleElement()
        .satisfies(layer -> assertThat(layer.parts()).containsOnlyKeys("csv", "prj", "cpg"));
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
