package org.citygis.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/** The departments and code lists of the city. */
public final class Catalog {
  private final Declarations declarations;

  Catalog(Declarations declarations) {
    this.declarations = declarations;
  }

  /** In their declared order. */
  public List<Department> departments() {
    return declarations.departments().values().stream()
        .sorted(Comparator.comparingInt(Department::order))
        .toList();
  }

  public Department department(String id) {
    Department department = declarations.departments().get(id);
    if (department == null) {
      throw Problem.Invalid.parameter(
          "department", id, Text.same(String.join(", ", declarations.departments().keySet())));
    }
    return department;
  }

  public Collection<CodeList> codeLists() {
    return declarations.codeLists().values();
  }

  public Optional<CodeList> findCodeList(String id) {
    return Optional.ofNullable(declarations.codeLists().get(id));
  }

  /** The title of a field's value where the field is coded and knows it. */
  public Optional<Text> findLabel(Field field, String value) {
    return field.codes() == null
        ? Optional.empty()
        : findCodeList(field.codes()).flatMap(list -> list.find(value)).map(CodeList.Entry::title);
  }

  Collection<LayerDefinition> declaredLayers() {
    return declarations.layers().values();
  }

  boolean declares(String layer) {
    return declarations.layers().containsKey(layer);
  }
}
