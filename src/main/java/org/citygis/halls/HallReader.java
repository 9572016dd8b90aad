package org.citygis.halls;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.CodeList;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureRow;
import org.citygis.text.CityTime;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** Makes halls of the layer's rows, as they are at one moment. */
final class HallReader {
  static final String NAME = "name";
  static final String NAME_EN = "name_en";
  static final String ADDRESS = "address";
  static final String ADDRESS_EN = "address_en";
  static final String ITEMS = "items";
  private static final List<String> FIELDS =
      List.of(
          NAME,
          NAME_EN,
          "level",
          ADDRESS,
          ADDRESS_EN,
          "phone",
          "hours",
          "holidays",
          ITEMS,
          "windows",
          "transit",
          "transit_en",
          "accessible");

  private final FeatureQuery query;
  private final Optional<CodeList> itemCodes;
  private final HoursReader hours;
  private final LocalDateTime at;

  HallReader(OpenLayer layer, Catalog catalog, HoursReader hours, OffsetDateTime at) {
    this.query =
        layer
            .query()
            .fields(FIELDS.stream().filter(f -> layer.table().findColumn(f).isPresent()).toList());
    this.itemCodes = findItemCodes(layer, catalog);
    this.hours = hours;
    this.at = at.atZoneSameInstant(CityTime.ZONE).toLocalDateTime();
  }

  static Optional<CodeList> findItemCodes(OpenLayer layer, Catalog catalog) {
    return layer.definition().findField(ITEMS).map(Field::codes).flatMap(catalog::findCodeList);
  }

  /** The query whose rows this reads. */
  FeatureQuery query() {
    return query;
  }

  /** Without its place. */
  Hall read(FeatureRow row) throws SQLException {
    String ownHours = text(row, "hours");
    String holidays = text(row, "holidays");
    OpeningHours opening = hours.read(ownHours, holidays);
    return new Hall(
        row.fid(),
        text(row, NAME),
        text(row, NAME_EN),
        text(row, "level"),
        text(row, ADDRESS),
        text(row, ADDRESS_EN),
        text(row, "phone"),
        hours.findShown(ownHours).orElse(null),
        hours.findWords(holidays).orElse(null),
        opening.isOpen(at),
        opening.findClosing(at).map(HallReader::cityTime).orElse(null),
        opening.findOpening(at).map(HallReader::cityTime).orElse(null),
        items(text(row, ITEMS)),
        value(row, "windows") instanceof Long windows ? windows : null,
        text(row, "transit"),
        text(row, "transit_en"),
        value(row, "accessible") instanceof Boolean accessible ? accessible : null,
        0,
        0,
        null);
  }

  private List<Hall.Item> items(@Nullable String commaList) {
    List<Hall.Item> items = new ArrayList<>();
    if (commaList != null) {
      Arrays.stream(commaList.split(","))
          .map(String::strip)
          .filter(code -> !code.isEmpty())
          .forEach(code -> items.add(new Hall.Item(code, title(code))));
    }
    return items;
  }

  private Text title(String code) {
    return itemCodes
        .flatMap(codes -> codes.find(code))
        .map(CodeList.Entry::title)
        .orElse(Text.same(code));
  }

  private @Nullable Object value(FeatureRow row, String field) throws SQLException {
    int index = query.fields().indexOf(field);
    return index < 0 ? null : row.value(index);
  }

  private @Nullable String text(FeatureRow row, String field) throws SQLException {
    Object value = value(row, field);
    return value == null ? null : value.toString();
  }

  private static OffsetDateTime cityTime(LocalDateTime local) {
    return local.atZone(CityTime.ZONE).toOffsetDateTime();
  }
}
