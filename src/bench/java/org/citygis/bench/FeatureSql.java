package org.citygis.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The SQL that makes a GeoJSON feature of a row. */
final class FeatureSql {
  private FeatureSql() {}

  /** The fields that a layer declares. */
  static List<String> fields(Client client, String layer) throws IOException, InterruptedException {
    List<String> names = new ArrayList<>();
    client
        .get("/api/layers/" + layer)
        .json()
        .get("fields")
        .forEach(field -> names.add(field.get("name").asString()));
    return names;
  }

  /** Of a row with {@code fid}, the fields and {@code g}, its shape in degrees. */
  static String feature(List<String> fields, int digits) {
    List<String> properties =
        fields.stream().map(field -> "'%1$s', \"%1$s\"".formatted(field)).toList();
    return "json_build_object('type', 'Feature', 'id', fid, 'geometry', ST_AsGeoJSON(g, %d)::json, 'properties', json_build_object(%s))"
        .formatted(digits, String.join(", ", properties));
  }
}
