package org.citygis.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.CodeList;
import org.citygis.catalog.Field;
import org.citygis.ingest.mapping.CodeMatcher;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the matchers of a layer's coded fields. */
@Component
final class CodeMatchers {
  private final Catalog catalog;

  CodeMatchers(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param decided by field of the layer: code by value of the file
   * @return by name of the field
   * @throws Problem.Invalid that names a field which is not coded, or a code that is not in its
   *     list
   */
  Map<String, CodeMatcher> of(
      List<Field> fields, @Nullable Map<String, Map<String, String>> decided) {
    Map<String, Map<String, String>> decisions = decided == null ? Map.of() : decided;
    Map<String, CodeMatcher> matchers = new HashMap<>();
    for (Field field : fields) {
      CodeList list =
          field.codes() == null ? null : catalog.findCodeList(field.codes()).orElse(null);
      if (list != null) {
        Map<String, String> own = decisions.getOrDefault(field.name(), Map.of());
        CodeMatcher matcher = new CodeMatcher(list, own);
        own.values().stream()
            .filter(code -> !matcher.knows(code))
            .findFirst()
            .ifPresent(
                code -> {
                  throw Problem.Invalid.parameter("codes", code, offered(list));
                });
        matchers.put(field.name(), matcher);
      }
    }
    for (String field : decisions.keySet()) {
      if (!matchers.containsKey(field)) {
        throw Problem.Invalid.parameter(
            "codes", field, Text.same(String.join(", ", matchers.keySet())));
      }
    }
    return matchers;
  }

  private static Text offered(CodeList list) {
    String codes =
        list.entries().stream().map(CodeList.Entry::code).collect(Collectors.joining(", "));
    return Text.of("代码表中的代码：" + codes, "a code of the list: " + codes);
  }
}
