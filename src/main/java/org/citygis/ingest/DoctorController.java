package org.citygis.ingest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.citygis.ingest.doctor.Checked;
import org.citygis.ingest.doctor.FaultCsv;
import org.citygis.ingest.doctor.FaultFile;
import org.citygis.ingest.doctor.FaultGeoJson;
import org.citygis.ingest.doctor.ReportPage;
import org.citygis.security.User;
import org.citygis.text.Lang;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a check found, to take away: as a page, as a table, as a map. */
@RestController
@RequestMapping("/api/imports/{id}")
class DoctorController {
  private static final String NO_SCRIPT =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'self'";

  private final Imports imports;

  DoctorController(Imports imports) {
    this.imports = imports;
  }

  @GetMapping(path = "/report.html", produces = "text/html")
  void page(@PathVariable String id, User user, Lang lang, HttpServletResponse response)
      throws IOException {
    using(
        imports.get(user, id),
        of -> {
          response.setContentType("text/html;charset=UTF-8");
          response.setHeader("Content-Security-Policy", NO_SCRIPT);
          Writer out = writer(response);
          ReportPage.write(of.report(), index -> FaultFile.of(of.workspace(), index), lang, out);
          out.flush();
        });
  }

  /** All faults of a layer, a line each. */
  @GetMapping(path = "/datasets/{dataset}/faults.csv", produces = "text/csv")
  void csv(
      @PathVariable String id,
      @PathVariable int dataset,
      User user,
      Lang lang,
      HttpServletResponse response)
      throws IOException {
    using(
        imports.get(user, id),
        of -> {
          of.layer(dataset);
          response.setContentType("text/csv;charset=UTF-8");
          attached(response, "faults-" + dataset + ".csv");
          Writer out = writer(response);
          FaultCsv.write(FaultFile.of(of.workspace(), dataset), lang, out);
          out.flush();
        });
  }

  /** All faults of a layer that have a place, as points. */
  @GetMapping(path = "/datasets/{dataset}/faults.geojson", produces = "application/geo+json")
  void geojson(
      @PathVariable String id,
      @PathVariable int dataset,
      User user,
      Lang lang,
      HttpServletResponse response)
      throws IOException {
    using(
        imports.get(user, id),
        of -> {
          Checked checked = of.layer(dataset).checked();
          response.setContentType("application/geo+json;charset=UTF-8");
          attached(response, "faults-" + dataset + ".geojson");
          FaultGeoJson.write(
              FaultFile.of(of.workspace(), dataset),
              checked == null ? null : checked.crs(),
              lang,
              response.getOutputStream());
        });
  }

  private interface Use {
    void run(Import of) throws IOException;
  }

  /** The files stay until the answer is written. */
  private static void using(Import of, Use use) throws IOException {
    of.use();
    try {
      use.run(of);
    } finally {
      of.release();
    }
  }

  private static Writer writer(HttpServletResponse response) throws IOException {
    return new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
  }

  private static void attached(HttpServletResponse response, String name) {
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
  }
}
