package org.citygis.cli;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import tools.jackson.databind.JsonNode;

/** Sends files in chunks, each with its SHA-256; goes on where the server stands after a break. */
final class ChunkedUpload {
  private static final int MOST_CHUNK = 16 << 20;
  private static final int TRIES = 6;
  private static final long FIRST_PAUSE_MILLIS = 1_000;

  private final Server server;
  private final PrintWriter out;
  private final Lang lang;

  ChunkedUpload(Server server, PrintWriter out, Lang lang) {
    this.server = server;
    this.out = out;
    this.lang = lang;
  }

  /** Returns the id of the complete upload. */
  String send(List<Path> files) throws IOException, Server.Refused, Server.Unreachable {
    List<Map<String, Object>> described = new ArrayList<>();
    for (Path file : files) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", String.valueOf(file.getFileName()));
      one.put("size", Files.size(file));
      one.put("sha256", HexFormat.of().formatHex(digest(file)));
      described.add(one);
    }
    JsonNode upload = server.post("/api/uploads", Map.of("files", described));
    String id = upload.path("id").asString();
    int chunk = Math.clamp(upload.path("chunk").asLong(MOST_CHUNK), 1, MOST_CHUNK);
    for (int i = 0; i < files.size(); i++) {
      send(files.get(i), "/api/uploads/" + id, i, chunk);
    }
    return id;
  }

  private void send(Path file, String upload, int index, int chunk)
      throws IOException, Server.Refused, Server.Unreachable {
    String path = upload + "/files/" + index;
    byte[] buffer = new byte[chunk];
    int failures = 0;
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long offset = 0;
      while (offset < in.length()) {
        int length = (int) Math.min(chunk, in.length() - offset);
        in.seek(offset);
        in.readFully(buffer, 0, length);
        MessageDigest digest = sha256();
        digest.update(buffer, 0, length);
        String checksum = Base64.getEncoder().encodeToString(digest.digest());
        try {
          offset =
              server.patch(path, offset, checksum, BodyPublishers.ofByteArray(buffer, 0, length));
          failures = 0;
          tell(file, offset, in.length());
        } catch (Server.Unreachable gone) {
          if (++failures == TRIES) {
            throw gone;
          }
          pause(failures, gone);
          offset = received(upload, index, offset);
        }
      }
    } catch (EOFException shrunk) {
      throw new IOException(file + ": " + shrunk.getMessage(), shrunk);
    }
  }

  private long received(String upload, int index, long offset) throws Server.Refused {
    try {
      return server.get(upload).path("files").path(index).path("received").asLong(offset);
    } catch (Server.Unreachable stillGone) {
      return offset;
    }
  }

  private static void pause(int failures, Server.Unreachable gone) throws Server.Unreachable {
    try {
      Thread.sleep(FIRST_PAUSE_MILLIS << (failures - 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw gone;
    }
  }

  private void tell(Path file, long done, long total) {
    long percent = total == 0 ? 100 : 100 * done / total;
    out.println(
        Text.of("上传 %s %d%%", "Sending %s %d%%").in(lang).formatted(file.getFileName(), percent));
  }

  private static byte[] digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
