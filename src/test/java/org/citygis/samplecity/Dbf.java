package org.citygis.samplecity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The table in a zipped shapefile, read by the letter of the format, as GBK unless .cpg says UTF-8.
 */
final class Dbf {
  private final byte[] bytes;
  private final ByteBuffer data;
  private final Charset charset;

  Dbf(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      byte[] table = new byte[0];
      String cpg = "GBK";
      for (ZipEntry entry : file.stream().toList()) {
        byte[] content = file.getInputStream(entry).readAllBytes();
        if (entry.getName().endsWith(".dbf")) {
          table = content;
        } else if (entry.getName().endsWith(".cpg")) {
          cpg = new String(content, java.nio.charset.StandardCharsets.US_ASCII);
        }
      }
      bytes = table;
      charset = Charset.forName(cpg.equals("936") ? "GBK" : cpg);
    }
    data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  int languageDriver() {
    return bytes[29];
  }

  List<Map<String, String>> rows() {
    List<Map<String, String>> rows = new ArrayList<>();
    int at = data.getShort(8);
    for (int i = 0; i < data.getInt(4); i++) {
      Map<String, String> row = new LinkedHashMap<>();
      int from = at + 1;
      for (int field = 32; bytes[field] != 0x0D; field += 32) {
        int end = field;
        while (bytes[end] != 0) {
          end++;
        }
        int width = bytes[field + 16] & 0xff;
        row.put(
            new String(bytes, field, end - field, charset),
            new String(bytes, from, width, charset).strip());
        from += width;
      }
      rows.add(row);
      at += data.getShort(10);
    }
    return rows;
  }
}
