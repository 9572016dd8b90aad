package org.citygis.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/** The departments and code lists of the city. */
public final class Catalog {
  private final Declarations declarations;

  Catalog(Declarations declarations) {
    this.declarations = declarations;
  }

  /**
   * What a folder of declarations says, without a server.
   *
   * @throws DeclarationException that names file, line and key of a mistake
   */
  public static Catalog read(Path folder) {
    return new Catalog(DeclarationReader.read(folder));
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

  /**
   * The title of a field's value where the field is coded and knows it. A value may be several
   * codes, parted by commas; its title is then that of all of them.
   */
  public Optional<Text> findLabel(Field field, String value) {
    if (field.codes() == null) {
      return Optional.empty();
    }
    Optional<CodeList> list = findCodeList(field.codes());
    Optional<Text> one = list.flatMap(codes -> codes.find(value)).map(CodeList.Entry::title);
    return one.isPresent() || value.indexOf(',') < 0
        ? one
        : list.flatMap(codes -> all(codes, value));
  }

  private static Optional<Text> all(CodeList codes, String value) {
    List<Text> titles = new ArrayList<>();
    for (String code : value.split(",")) {
      Optional<CodeList.Entry> entry = codes.find(code.strip());
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      titles.add(entry.get().title());
    }
    return Optional.of(
        Text.of(
            titles.stream().map(Text::zh).collect(Collectors.joining("、")),
            titles.stream().map(Text::en).collect(Collectors.joining(", "))));
  }

  public Optional<LayerDefinition> findDeclared(String layer) {
    return Optional.ofNullable(declarations.layers().get(layer));
  }

  /** How the layer takes part in the report of a site; empty when it does not. */
  public List<SitePart> siteParts(String layer) {
    return declarations.siteParts().getOrDefault(layer, List.of());
  }

  Collection<LayerDefinition> declaredLayers() {
    return declarations.layers().values();
  }

  boolean declares(String layer) {
    return declarations.layers().containsKey(layer);
  }
}
