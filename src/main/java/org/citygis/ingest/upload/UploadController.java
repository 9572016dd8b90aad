package org.citygis.ingest.upload;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.citygis.problem.Problem;
import org.citygis.security.Role;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
import org.citygis.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files in pieces: announce them, send piece after piece, ask where to go on. */
@RestController
@RequestMapping("/api/uploads")
class UploadController {
  private static final String PIECE = "application/offset+octet-stream";
  private static final String OFFSET = "Upload-Offset";
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final int SHA_256_BYTES = 32;
  private static final int MOST_FILES = 200;

  private final Uploads uploads;

  UploadController(Uploads uploads) {
    this.uploads = uploads;
  }

  record Wanted(@Nullable List<@Nullable WantedFile> files) {}

  record WantedFile(@Nullable String name, @Nullable Long size, @Nullable String sha256) {}

  /**
   * @param chunk how many bytes a piece best has
   */
  record View(
      String id,
      @JsonProperty("created_at") Instant createdAt,
      @JsonProperty("expires_at") Instant expiresAt,
      long chunk,
      boolean complete,
      List<FileView> files) {}

  record Listed(List<View> uploads) {}

  record FileView(
      int index,
      String name,
      long size,
      long received,
      @Nullable String sha256,
      boolean complete) {}

  @PostMapping
  ResponseEntity<View> create(@RequestBody Wanted wanted, User user, HttpServletRequest request)
      throws IOException {
    mayUpload(user);
    Upload made = uploads.create(user, entries(wanted));
    return ResponseEntity.created(
            URI.create(request.getContextPath() + "/api/uploads/" + made.id()))
        .body(view(made));
  }

  private static void mayUpload(User user) {
    if (!user.has(Role.PUBLISHER)) {
      throw new Problem.Forbidden(
          user.isAnonymous()
              ? Text.of("请先以发布人员身份登录。", "Sign in as a publisher first.")
              : Text.of("上传数据需要发布角色。", "Uploading data takes the publisher role."));
    }
  }

  private List<Manifest.Entry> entries(Wanted wanted) {
    List<@Nullable WantedFile> files =
        Objects.requireNonNullElseGet(wanted.files(), ArrayList<@Nullable WantedFile>::new);
    if (files.isEmpty() || files.size() > MOST_FILES) {
      throw Problem.Invalid.parameter(
          "files",
          String.valueOf(files.size()),
          Text.of("1 至 %d 个文件".formatted(MOST_FILES), "1 to %d files".formatted(MOST_FILES)));
    }
    long most = uploads.settings().resumable().toBytes();
    long total = 0;
    List<Manifest.Entry> entries = new ArrayList<>();
    for (WantedFile file : files) {
      String name = FileName.of(file == null ? null : file.name());
      Long size = file == null ? null : file.size();
      if (size == null || size < 0) {
        throw Problem.Invalid.parameter(
            "size", String.valueOf(size), Text.of("文件的字节数", "the number of the file's bytes"));
      }
      if (size > most - total) {
        throw new Problem.TooLarge(
            Text.of(
                "一次上传总共最多 %d 字节（citygis.import.resumable）。".formatted(most),
                "One upload takes at most %d bytes (citygis.import.resumable).".formatted(most)));
      }
      total += size;
      entries.add(new Manifest.Entry(name, size, sha256(file.sha256()), 0));
    }
    return entries;
  }

  private static @Nullable String sha256(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String hex = text.strip().toLowerCase(Locale.ROOT);
    if (!SHA_256.matcher(hex).matches()) {
      throw Problem.Invalid.parameter(
          "sha256", text, Text.of("64 位十六进制的 SHA-256", "a SHA-256 of 64 hexadecimal digits"));
    }
    return hex;
  }

  /** The user's own open uploads, newest first. */
  @GetMapping
  Listed list(User user) {
    return new Listed(uploads.list(user).stream().map(this::view).toList());
  }

  @GetMapping("/{id}")
  View get(@PathVariable String id, User user) {
    return view(uploads.get(user, id));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String id, User user) throws IOException {
    uploads.delete(user, id);
  }

  @RequestMapping(path = "/{id}/files/{index}", method = RequestMethod.HEAD)
  ResponseEntity<Void> head(@PathVariable String id, @PathVariable int index, User user) {
    UploadFile file = file(uploads.get(user, id), index);
    return ResponseEntity.noContent()
        .cacheControl(CacheControl.noStore())
        .header(OFFSET, String.valueOf(file.received()))
        .header("Upload-Length", String.valueOf(file.size()))
        .build();
  }

  @PatchMapping(path = "/{id}/files/{index}", consumes = PIECE)
  ResponseEntity<?> append(
      @PathVariable String id,
      @PathVariable int index,
      @RequestHeader(name = OFFSET, required = false) @Nullable String offset,
      @RequestHeader(name = "Upload-Checksum", required = false) @Nullable String checksum,
      User user,
      HttpServletRequest request)
      throws IOException {
    UploadFile file = file(uploads.get(user, id), index);
    if (offset == null) {
      throw Problem.Invalid.parameter(
          OFFSET, "", Text.of("已确认的字节数", "the number of bytes confirmed so far"));
    }
    uploads.requireRoom(request.getContentLengthLong());
    Appended appended =
        file.append(
            Parameters.integer(OFFSET, offset),
            request.getContentLengthLong(),
            request.getInputStream(),
            checksum == null ? null : checksum(checksum),
            uploads.settings().largestChunk().toBytes());
    return answer(appended, request);
  }

  private static UploadFile file(Upload upload, int index) {
    int last = upload.files().size() - 1;
    if (index < 0 || index > last) {
      throw Problem.Invalid.parameter(
          "index", String.valueOf(index), Text.of("0 至 " + last, "0 to " + last));
    }
    return upload.files().get(index);
  }

  private static byte[] checksum(String text) {
    String[] parts = text.strip().split("\\s+", 2);
    try {
      if (parts.length == 2 && parts[0].equalsIgnoreCase("sha256")) {
        byte[] bytes = Base64.getDecoder().decode(parts[1]);
        if (bytes.length == SHA_256_BYTES) {
          return bytes;
        }
      }
    } catch (IllegalArgumentException notBase64) {
      // Told below, as another algorithm is.
    }
    throw Problem.Invalid.parameter(
        "Upload-Checksum",
        text,
        Text.of("sha256 加一个空格和 Base64 摘要", "sha256, a blank and the digest in Base64"));
  }

  private static ResponseEntity<?> answer(Appended appended, HttpServletRequest request) {
    long offset = appended.offset();
    return switch (appended) {
      case Appended.Confirmed it ->
          ResponseEntity.noContent()
              .cacheControl(CacheControl.noStore())
              .header(OFFSET, String.valueOf(offset))
              .build();
      case Appended.WrongOffset it ->
          refused(
              HttpStatus.CONFLICT,
              offset,
              Text.of(
                  "下一段应从第 %d 字节开始。".formatted(offset),
                  "The next piece has to begin at byte %d.".formatted(offset)),
              request);
      case Appended.Damaged it ->
          refused(
              HttpStatus.UNPROCESSABLE_CONTENT,
              offset,
              Text.of(
                  "该段与其 SHA-256 不符，未保存，请重发。",
                  "The piece is not what its SHA-256 says and was not kept; send it again."),
              request);
      case Appended.WholeDamaged it ->
          refused(
              HttpStatus.UNPROCESSABLE_CONTENT,
              offset,
              Text.of(
                  "整个文件与其 SHA-256 不符，请从头重发。",
                  "The whole file is not what its SHA-256 says; send it again from its beginning."),
              request);
      case Appended.TooLong it ->
          refused(
              HttpStatus.CONTENT_TOO_LARGE,
              offset,
              Text.of(
                  "该段过长，此处最多 %d 字节。".formatted(it.most()),
                  "The piece is too long; at most %d bytes fit here.".formatted(it.most())),
              request);
      case Appended.Busy it ->
          refused(
              HttpStatus.LOCKED,
              offset,
              Text.of("该文件的另一段正在写入。", "Another piece of this file is being written."),
              request);
    };
  }

  private static ResponseEntity<?> refused(
      HttpStatus status, long offset, Text text, HttpServletRequest request) {
    ProblemDetail detail = Problems.detail(status, text, request);
    detail.setProperty("offset", offset);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(OFFSET, String.valueOf(offset))
        .body(detail);
  }

  private View view(Upload upload) {
    List<UploadFile> files = upload.files();
    return new View(
        upload.id(),
        upload.created(),
        uploads.expiry(upload),
        uploads.settings().chunk().toBytes(),
        upload.isComplete(),
        IntStream.range(0, files.size())
            .mapToObj(
                i -> {
                  UploadFile file = files.get(i);
                  return new FileView(
                      i,
                      file.name(),
                      file.size(),
                      file.received(),
                      file.entry().sha256(),
                      file.isComplete());
                })
            .toList());
  }
}
