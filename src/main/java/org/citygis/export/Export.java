package org.citygis.export;

import java.time.format.DateTimeFormatter;
import org.citygis.catalog.OpenLayer;
import org.citygis.format.Contents;
import org.citygis.security.User;
import org.citygis.storage.FeatureQuery;
import org.citygis.text.CityTime;

/**
 * An export that was checked and counted and can be written.
 *
 * @param query its rows, under the access decision of who asks
 */
public record Export(User user, ExportRequest request, FeatureQuery query, Contents contents) {

  public ExportFormat format() {
    return request.format();
  }

  OpenLayer layer() {
    return contents.layer();
  }

  long rows() {
    return contents.rows();
  }

  /** The layer's title and the day; a shift is named, so that nobody takes it for true places. */
  public String fileName() {
    String title = contents.title().in(contents.lang());
    return title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "_").strip() + suffix();
  }

  /** The same in letters that every program takes. */
  String plainFileName() {
    return contents.id().replaceAll("[^A-Za-z0-9_-]", "_") + suffix();
  }

  private String suffix() {
    String day =
        DateTimeFormatter.BASIC_ISO_DATE.format(
            contents.made().atZone(CityTime.ZONE).toLocalDate());
    String shift =
        contents.target().isShifted() ? "_" + contents.target().code().replace("-", "") : "";
    return "_" + day + shift + "." + format().extension();
  }
}
