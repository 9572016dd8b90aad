package org.citygis.ingest.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.citygis.ingest.geopackage.GeoPackage;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.UnreadableFile;

/** Sorts files into layers: those of one base name in one folder belong together. */
final class Grouping {
  /** Formats of one file each, by extension, with the name under which their reader looks. */
  private static final Map<String, String> SINGLE = single();

  private static final Set<String> BESIDE_TEXT = Set.of("prj", "cpg");

  private final Findings findings;
  private final Map<String, Group> groups = new LinkedHashMap<>();

  /** The files of one base name so far. */
  private record Group(String name, Map<String, Path> parts) {}

  Grouping(Findings findings) {
    this.findings = findings;
  }

  private static Map<String, String> single() {
    Map<String, String> readers = new LinkedHashMap<>();
    for (String json : List.of("geojson", "json", "geojsonl", "geojsons", "ndjson", "jsonl")) {
      readers.put(json, "geojson");
    }
    readers.put("gpkg", "gpkg");
    readers.put("fgb", "fgb");
    readers.put("kml", "kml");
    readers.put("csv", "csv");
    readers.put("tsv", "csv");
    return readers;
  }

  boolean has(EntryName name) {
    Group group = groups.get(name.key());
    return group != null && group.parts.containsKey(name.extension());
  }

  void add(EntryName name, String shown, Path file) {
    Group group =
        groups.computeIfAbsent(name.key(), key -> new Group(name.base(), new HashMap<>()));
    if (group.parts.putIfAbsent(name.extension(), file) != null) {
      findings.add(0, Defect.ENTRY_TWICE, shown);
    }
  }

  List<FileSet> layers() {
    List<FileSet> layers = new ArrayList<>();
    groups.values().forEach(group -> addLayers(group, layers));
    return layers;
  }

  /** Parts of a shapefile without the part that holds the shapes or rows. */
  Optional<Finding> findRest() {
    return groups.values().stream()
        .findFirst()
        .map(
            group ->
                Finding.of(
                    0,
                    Defect.SHAPEFILE_INCOMPLETE,
                    group.name,
                    String.join(", ", new TreeSet<>(group.parts.keySet()))));
  }

  private void addLayers(Group group, List<FileSet> layers) {
    boolean shapefile = group.parts.containsKey("shp") || group.parts.containsKey("dbf");
    SINGLE.forEach(
        (extension, reader) -> {
          Path file = group.parts.get(extension);
          if (file == null) {
            return;
          }
          Map<String, Path> parts = new HashMap<>(Map.of(reader, file));
          if (reader.equals("csv") && !shapefile) {
            BESIDE_TEXT.forEach(
                beside -> {
                  if (group.parts.containsKey(beside)) {
                    parts.put(beside, group.parts.get(beside));
                  }
                });
          }
          FileSet set = new FileSet(group.name, parts);
          layers.addAll(reader.equals("gpkg") ? tables(set, file) : List.of(set));
        });
    if (shapefile) {
      Map<String, Path> parts = new HashMap<>(group.parts);
      parts.keySet().removeAll(SINGLE.keySet());
      layers.add(new FileSet(group.name, parts));
    }
  }

  /** A file that cannot be taken apart stays one layer, which says why when it is opened. */
  private List<FileSet> tables(FileSet set, Path file) {
    try {
      return GeoPackage.layers(set.name(), file, findings);
    } catch (UnreadableFile e) {
      return List.of(set);
    }
  }
}
