package org.citygis.incidents;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.CodeList;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.springframework.stereotype.Component;

/** The fields of the incidents layer and the codes that their values come from. */
@Component
class Fields {
  static final String LAYER = "incidents";

  static final String TITLE = "title";
  static final String CLASS = "class";
  static final String KIND = "kind";
  static final String LEVEL = "level";
  static final String STATUS = "status";
  static final String OCCURRED_AT = "occurred_at";
  static final String ADDRESS = "address";
  static final String REPORTER = "reporter";
  static final String DESCRIPTION = "description";

  static final List<String> ALL =
      List.of(TITLE, CLASS, KIND, LEVEL, STATUS, OCCURRED_AT, ADDRESS, REPORTER, DESCRIPTION);

  private final Catalog catalog;

  Fields(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The codes of a comma list, each of them known. */
  List<String> codes(OpenLayer layer, String field, String commaList) {
    List<String> codes = Arrays.stream(commaList.split(",", -1)).map(String::strip).toList();
    codes.forEach(code -> code(layer, field, code));
    return codes;
  }

  /** The entry of a code. Throws Invalid, naming the codes there are. */
  CodeList.Entry code(OpenLayer layer, String field, String code) {
    CodeList list =
        layer
            .definition()
            .findField(field)
            .map(Field::codes)
            .flatMap(catalog::findCodeList)
            .orElseThrow(
                () ->
                    new IllegalStateException("layer incidents: %s has no codes".formatted(field)));
    Optional<CodeList.Entry> entry = list.find(code);
    return entry.orElseThrow(
        () ->
            Problem.Invalid.parameter(
                field,
                code,
                Text.same(
                    String.join(
                        ", ", list.entries().stream().map(CodeList.Entry::code).toList()))));
  }
}
