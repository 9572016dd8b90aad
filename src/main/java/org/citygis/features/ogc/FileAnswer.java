package org.citygis.features.ogc;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.ogc.ItemsAnswer.Context;
import org.citygis.format.Contents;
import org.citygis.format.CsvWriter;
import org.citygis.format.FeatureWriter;
import org.citygis.format.FileColumn;
import org.citygis.format.FileRow;
import org.citygis.format.FlatGeobufWriter;
import org.citygis.format.Passage;
import org.citygis.format.TargetSystem;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Streams a page of features as CSV or FlatGeobuf. These have no place for links, so the next page
 * is named in a Link header, which must be known before the first row is sent. Positions come x
 * first in every reference system, as both formats have it.
 */
@Component
class FileAnswer {
  private final FeatureStore store;

  FileAnswer(FeatureStore store) {
    this.store = store;
  }

  void page(Context context, ItemsRequest request, Format format, HttpServletResponse response)
      throws IOException {
    OpenLayer layer = context.layer();
    FeatureQuery matching = request.matching(layer);
    String next = next(layer, request, matching);
    head(context, format, next, response);
    Contents contents = contents(context, request);
    GeometryColumn geometry = contents.geometry();
    FileRow row =
        new FileRow(
            contents.columns(),
            geometry == null ? null : new Passage(geometry.crs(), contents.target()));
    try (FeatureWriter writer =
        writer(format, contents, request.marked(), response.getOutputStream())) {
      store.read(
          layer.table(),
          request.page(matching, request.limit() - 1),
          current -> add(writer, row.at(current)));
      writer.finish();
    }
  }

  /** What stands before the body; {@code next} is null on the last page. */
  private static void head(
      Context context, Format format, @Nullable String next, HttpServletResponse response) {
    response.setContentType(format.type().toString());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(context.layer().layer().id() + "." + format.tag())
            .build()
            .toString());
    if (next != null) {
      response.addHeader(
          HttpHeaders.LINK,
          "<%s>; rel=\"next\"; type=\"%s\"".formatted(context.nextAfter(next), format.plainType()));
    }
  }

  /** Where the page will end, from its last row and the one behind it. */
  private @Nullable String next(OpenLayer layer, ItemsRequest request, FeatureQuery matching) {
    PageReader end = new PageReader(request, 1, (row, index) -> {});
    FeatureQuery tail = request.page(matching.withoutGeometry(), 1).page(request.limit() - 1, 2);
    store.read(layer.table(), tail, end);
    return end.next();
  }

  private static Contents contents(Context context, ItemsRequest request) {
    List<FileColumn> columns = new ArrayList<>();
    for (Field field : request.fields()) {
      columns.add(FileColumn.of(field, columns.size()));
    }
    return new Contents(
        context.layer(),
        columns,
        TargetSystem.of(request.crs()),
        request.withGeometry(),
        Contents.UNKNOWN,
        "",
        Instant.now(),
        context.lang());
  }

  private static FeatureWriter writer(
      Format format, Contents contents, boolean marked, OutputStream out) throws IOException {
    return switch (format) {
      case CSV -> new CsvWriter(contents, false, marked, out);
      case FLATGEOBUF -> new FlatGeobufWriter(contents, out);
      case JSON, JSONFG, HTML -> throw new IllegalArgumentException("no file: " + format);
    };
  }

  private static boolean add(FeatureWriter writer, FileRow row) throws SQLException {
    try {
      writer.add(row);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
