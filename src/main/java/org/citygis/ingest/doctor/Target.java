package org.citygis.ingest.doctor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.citygis.catalog.CodeList;
import org.citygis.catalog.Field;
import org.citygis.catalog.LayerDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The layer that a file is meant for.
 *
 * @param codes the code lists of its coded fields, by the field's name
 * @param key the field that tells its features apart, null where none is declared
 */
public record Target(List<Field> fields, Map<String, CodeList> codes, @Nullable String key) {
  public Target {
    fields = List.copyOf(fields);
    codes = Map.copyOf(codes);
  }

  /**
   * @param find finds a code list by its id
   */
  public static Target of(
      LayerDefinition layer, @Nullable String key, Function<String, Optional<CodeList>> find) {
    Map<String, CodeList> codes = new HashMap<>();
    for (Field field : layer.fields()) {
      if (field.codes() != null) {
        find.apply(field.codes()).ifPresent(list -> codes.put(field.name(), list));
      }
    }
    return new Target(layer.fields(), codes, key);
  }
}
