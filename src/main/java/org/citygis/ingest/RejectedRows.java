package org.citygis.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.citygis.ingest.source.SourceField;
import org.citygis.text.Spreadsheet;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Lists rows that were not taken as they are, with the reason and their attributes, in a file that
 * spreadsheets open: UTF-8 with a byte order mark, and no cell that could be read as a formula.
 */
final class RejectedRows implements AutoCloseable {
  private static final long MOST = 500_000;
  private static final int FIRST = 5;

  private final @Nullable Path file;
  private final List<SourceField> fields;
  private final List<Text> first = new ArrayList<>();
  private @Nullable CSVPrinter out;
  private long count;

  /** What was done with a row. */
  enum Fate {
    REFUSED("退回", "refused"),
    SKIPPED("跳过", "left out"),
    REPAIRED("修复", "repaired");

    private final Text words;

    Fate(String zh, String en) {
      this.words = Text.of(zh, en);
    }
  }

  /**
   * Begins a list in place of the one that there may be.
   *
   * @param file null where nobody asks for the list
   */
  RejectedRows(@Nullable Path file, List<SourceField> fields) {
    this.file = file;
    this.fields = fields;
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("listing rejected rows", e);
    }
  }

  /**
   * @param row its number in the file
   * @param values in the order of the file's fields
   */
  void add(long row, Fate fate, Text reason, @Nullable Object[] values) {
    count++;
    if (first.size() < FIRST) {
      first.add(
          Text.of(
              "第 %d 行：%s".formatted(row, reason.zh()), "row %d: %s".formatted(row, reason.en())));
    }
    if (file != null && count <= MOST) {
      write(file, row, fate, reason, values);
    }
  }

  private void write(Path path, long row, Fate fate, Text reason, @Nullable Object[] values) {
    try {
      CSVPrinter printer = out == null ? open(path) : out;
      printer.print(row);
      printer.print(fate.words.zh() + " " + fate.words.en());
      printer.print(reason.zh());
      printer.print(reason.en());
      for (Object value : values) {
        printer.print(guarded(value));
      }
      printer.println();
    } catch (IOException e) {
      throw new UncheckedIOException("listing rejected rows", e);
    }
  }

  private CSVPrinter open(Path path) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    BufferedWriter writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    out = printer;
    printer.print("行号 Row");
    printer.print("处理 What was done");
    printer.print("原因");
    printer.print("Reason");
    for (SourceField field : fields) {
      printer.print(guarded(field.name()));
    }
    printer.println();
    return printer;
  }

  /** Text that a spreadsheet would take for a formula gets an apostrophe before it. */
  private static @Nullable Object guarded(@Nullable Object value) {
    return value instanceof String text && Spreadsheet.isLikeFormula(text) ? "'" + text : value;
  }

  long count() {
    return count;
  }

  /** The first ones in a sentence. */
  Text gist() {
    return Text.of(
        String.join("；", first.stream().map(Text::zh).toList()),
        String.join("; ", first.stream().map(Text::en).toList()));
  }

  @Override
  public void close() {
    try {
      if (out != null) {
        out.close(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("listing rejected rows", e);
    }
  }
}
