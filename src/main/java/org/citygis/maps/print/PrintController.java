package org.citygis.maps.print;

import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Map sheets as PDF and PNG. */
@RestController
class PrintController {
  private static final int USUAL_DPI = 150;
  private static final int LEAST_DPI = 72;
  private static final int MOST_DPI = 600;

  private final SheetReader reader;
  private final SheetFiles files;

  PrintController(SheetReader reader, SheetFiles files) {
    this.reader = reader;
    this.files = files;
  }

  @PostMapping("/api/print")
  ResponseEntity<byte[]> print(@RequestBody SheetRequest request, User user) {
    String format = request.format() == null ? "pdf" : request.format();
    if (!format.equals("pdf") && !format.equals("png")) {
      throw Problem.Invalid.parameter("format", format, Text.of("pdf 或 png", "pdf or png"));
    }
    int dpi = request.dpi() == null ? USUAL_DPI : request.dpi();
    if (dpi < LEAST_DPI || dpi > MOST_DPI) {
      throw Problem.Invalid.parameter(
          "dpi",
          String.valueOf(dpi),
          Text.of(
              "%d 至 %d 的整数".formatted(LEAST_DPI, MOST_DPI),
              "an integer from %d to %d".formatted(LEAST_DPI, MOST_DPI)));
    }
    Sheet sheet = reader.read(request, user);
    boolean isPdf = format.equals("pdf");
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(isPdf ? MediaType.APPLICATION_PDF : MediaType.IMAGE_PNG)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename("map." + format).build().toString())
        .body(isPdf ? files.pdf(sheet) : files.png(sheet, dpi));
  }
}
