package org.citygis.catalog;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code layers/*.yaml}. A file may declare departments, code lists, and the layers of one
 * department; what refers to what is checked over all files together.
 */
final class DeclarationReader {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,47}");
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

  private final Map<String, Department> departments = new LinkedHashMap<>();
  private final Map<String, CodeList> codeLists = new LinkedHashMap<>();
  private final Map<String, LayerDefinition> layers = new LinkedHashMap<>();
  private final Map<String, List<SitePart>> siteParts = new LinkedHashMap<>();

  static Declarations read(Path folder) {
    DeclarationReader reader = new DeclarationReader();
    List<Declaration> files = new ArrayList<>();
    for (Path file : yamlFiles(folder)) {
      files.add(
          Declaration.of(file, parse(file)).only("departments", "codes", "department", "layers"));
    }
    files.forEach(reader::departments);
    files.forEach(reader::codeLists);
    files.forEach(reader::layers);
    return new Declarations(reader.departments, reader.codeLists, reader.layers, reader.siteParts);
  }

  private static List<Path> yamlFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new DeclarationException(
          folder.toAbsolutePath(), 0, "citygis.layers", "names a folder that is not there");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Node parse(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).compose(reader);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new DeclarationException(file, line, "(syntax)", "is not YAML: " + e.getProblem());
    } catch (IOException e) {
      throw new DeclarationException(
          file, 0, "(file)", "cannot be read as UTF-8: " + e.getMessage());
    }
  }

  private void departments(Declaration file) {
    if (!file.has("departments")) {
      return;
    }
    for (Declaration each : file.children("departments")) {
      each.only("id", "title", "contact", "order");
      String id = each.text("id", ID, "lower-case letters, digits, - and _");
      Department department =
          new Department(
              id,
              each.bilingual("title"),
              each.bilingual("contact"),
              each.integer("order", 100, 0, 10_000));
      if (departments.put(id, department) != null) {
        throw each.wrong("id", id, "an id that no other department has");
      }
    }
  }

  private void codeLists(Declaration file) {
    if (!file.has("codes")) {
      return;
    }
    for (Declaration each : file.children("codes")) {
      each.only("id", "title", "entries");
      String id = each.text("id", ID, "lower-case letters, digits, - and _");
      List<CodeList.Entry> entries =
          each.children("entries").stream().map(DeclarationReader::entry).toList();
      if (codeLists.put(id, new CodeList(id, each.bilingual("title"), entries)) != null) {
        throw each.wrong("id", id, "an id that no other code list has");
      }
    }
  }

  private static CodeList.Entry entry(Declaration entry) {
    entry.only("code", "title", "color", "parent");
    String color =
        entry.has("color") ? entry.text("color", COLOR, "a colour such as \"#55ff00\"") : null;
    return new CodeList.Entry(
        entry.text("code"), entry.bilingual("title"), color, entry.optionalText("parent"));
  }

  private void layers(Declaration file) {
    if (!file.has("layers")) {
      return;
    }
    String department = file.text("department");
    if (!departments.containsKey(department)) {
      throw file.wrong(
          "department", department, "one of " + String.join(", ", departments.keySet()));
    }
    for (Declaration each : file.children("layers")) {
      LayerDefinition layer = LayerDeclaration.read(each, department, codeLists.keySet());
      if (layers.put(layer.id(), layer) != null) {
        throw each.wrong("id", layer.id(), "an id that no other layer has");
      }
      siteParts.put(layer.id(), SiteDeclaration.read(each, layer));
    }
  }
}
