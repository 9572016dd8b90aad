package org.citygis.style;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.citygis.catalog.LayerDefinition;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The styles of the city, held in memory: the files of the folder {@code citygis.styles}, read once
 * at the start, and those that people saved, which other copies of the application share. Whether
 * somebody may know of a saved style is not decided here.
 */
@Component
@DependsOn("flywayInitializer")
public class Styles {
  private static final Logger LOG = LoggerFactory.getLogger(Styles.class);

  private final StyleFiles files;
  private final StyleRecords records;
  private final Map<String, StyleSheet> ofFiles;
  private final Map<String, Integer> seen = new HashMap<>();
  private volatile Map<String, StyleSheet> all;

  /**
   * Reads all files and all saved styles.
   *
   * @throws InvalidStyle when a file is not a style; the message names file and line
   */
  public Styles(@Value("${citygis.styles}") Path folder, JdbcClient jdbc) {
    this.files = new StyleFiles(folder);
    this.records = new StyleRecords(jdbc);
    this.ofFiles = files.read();
    this.all = ofFiles;
    refresh();
  }

  /** All styles by id. */
  public Collection<Style> list() {
    return all.values().stream().map(StyleSheet::style).toList();
  }

  /** All styles with their texts, by id. */
  public Collection<StyleSheet> sheets() {
    return all.values();
  }

  /**
   * The style of this id.
   *
   * @throws Problem.NotFound when there is none
   */
  public Style get(String id) {
    return find(id).orElseThrow(() -> unknown(id));
  }

  /** The style of this id; empty when there is none. */
  public Optional<Style> find(String id) {
    return findSheet(id).map(StyleSheet::style);
  }

  /** The style of this id with its text; empty when there is none. */
  public Optional<StyleSheet> findSheet(String id) {
    return Optional.ofNullable(all.get(id));
  }

  /** The style that the layer is drawn in; a plain one where it names none that there is. */
  public Style of(LayerDefinition layer) {
    return find(layer.style())
        .orElseGet(
            () ->
                get(
                    switch (layer.geometry()) {
                      case POINT -> "default-point";
                      case LINE -> "default-line";
                      case POLYGON, MIXED, NONE -> "default-polygon";
                    }));
  }

  /** The styles to choose from for a layer, the one that it is drawn in first. */
  public List<StyleSheet> listFor(LayerDefinition layer, String declaredStyle) {
    Set<String> ids = new LinkedHashSet<>(List.of(of(layer).id()));
    if (all.containsKey(declaredStyle)) {
      ids.add(declaredStyle);
    }
    all.values().stream()
        .filter(sheet -> layer.id().equals(sheet.layer()))
        .forEach(sheet -> ids.add(sheet.id()));
    List<StyleSheet> found = new ArrayList<>();
    ids.forEach(id -> found.add(all.get(id)));
    return found;
  }

  /**
   * The fields that any style of the layer looks at from the first zoom to the last, up to the next
   * after it.
   */
  public Set<String> fields(LayerDefinition layer, int firstZoom, int lastZoom) {
    Set<String> fields = new LinkedHashSet<>();
    styles(layer).forEach(style -> fields.addAll(style.fields(firstZoom, lastZoom)));
    return fields;
  }

  /** The fields that decide in any style of the layer which symbol a feature gets. */
  public Set<String> classFields(LayerDefinition layer) {
    Set<String> fields = new LinkedHashSet<>();
    styles(layer).forEach(style -> fields.addAll(style.classFields()));
    return fields;
  }

  private List<Style> styles(LayerDefinition layer) {
    return listFor(layer, layer.style()).stream().map(StyleSheet::style).toList();
  }

  /**
   * A text as a style that is not kept.
   *
   * @throws Problem.Invalid when it is none
   */
  public StyleSheet read(String id, String layer, String sld) {
    try {
      return files.sheet(id, id, sld, layer, 0, null, null);
    } catch (InvalidStyle e) {
      throw e.toProblem();
    }
  }

  StyleRecords records() {
    return records;
  }

  /** Takes over what this or another copy of the application saved. */
  synchronized void refresh() {
    Map<String, Integer> newest = records.newest();
    if (newest.equals(seen)) {
      return;
    }
    Map<String, StyleSheet> changed = new TreeMap<>(all);
    newest.forEach(
        (id, version) -> {
          if (!version.equals(seen.get(id))) {
            take(records.get(id, version), changed);
          }
        });
    seen.putAll(newest);
    all = changed;
  }

  private void take(StyleRecords.Saved saved, Map<String, StyleSheet> into) {
    String id = saved.id();
    if (ofFiles.containsKey(id)) {
      LOG.warn("The saved style {} is not used, a file of this name has come", id);
      return;
    }
    into.remove(id);
    if (saved.sld() == null) {
      return;
    }
    try {
      into.put(
          id,
          files.sheet(
              id,
              id,
              saved.sld(),
              saved.layer(),
              saved.version(),
              saved.changedAt(),
              saved.changedBy()));
    } catch (InvalidStyle e) {
      LOG.warn("The saved style {} can no longer be read: {}", id, e.getMessage());
    }
  }

  static Problem.NotFound unknown(String id) {
    Problem.NotFound problem =
        new Problem.NotFound(
            Text.of("没有样式“%s”。".formatted(id), "There is no style '%s'.".formatted(id)));
    problem.about("style", id, Text.of("/api/styles 所列的样式", "a style that /api/styles lists"));
    return problem;
  }
}
