package org.citygis.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citygis.catalog.Field;
import org.citygis.catalog.Layer;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.Layers;
import org.citygis.geo.Crs;
import org.citygis.geo.MapShift;
import org.citygis.ingest.doctor.Checked;
import org.citygis.ingest.doctor.ImportReport;
import org.citygis.ingest.mapping.FieldMapping;
import org.citygis.ingest.source.Shape;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the plan of a load out of what somebody wants and what the file is. */
@Component
final class PublicationPlans {
  private static final int LONGEST_NOTE = 1_000;

  private final Definitions definitions;
  private final Layers layers;
  private final CodeMatchers codeMatchers;
  private final RejectedLists lists;

  PublicationPlans(
      Definitions definitions, Layers layers, CodeMatchers codeMatchers, RejectedLists lists) {
    this.definitions = definitions;
    this.layers = layers;
    this.codeMatchers = codeMatchers;
    this.lists = lists;
  }

  /**
   * @throws Problem when a value is wrong, or the user may not
   */
  LayerLoader.Plan plan(User user, Import of, Publication wanted, Checked checked) {
    Definitions.Target target = definitions.of(user, wanted, checked);
    LayerDefinition definition = target.definition();
    FieldMapping mapping = FieldMapping.of(definition.fields(), checked.fields(), wanted.mapping());
    String key = key(target, wanted, mapping);
    GeometryColumn geometry = geometry(target, checked);
    Relocation relocation = relocation(checked.crs(), geometry);
    FaultyRows faulty = FaultyRows.parse(wanted.faulty(), Boolean.TRUE.equals(wanted.repair()));
    boolean review = Boolean.TRUE.equals(wanted.review());
    Map<String, Object> lineage = new LinkedHashMap<>();
    lineage.put("files", of.sentAs());
    lineage.put("mode", target.mode().tag());
    put(lineage, "key", key);
    lineage.put("mapping", mapping.described(checked.fields()));
    put(lineage, "codes", wanted.codes());
    ImportReport.Encoding encoding = checked.report().encoding();
    put(lineage, "encoding", encoding == null ? null : encoding.name());
    lineage.put("crs", crs(checked.crs(), geometry));
    MapShift shift = checked.corrections().shift();
    put(lineage, "shift", shift == null ? null : shift.tag());
    lineage.put("faulty", faulty.tag());
    lineage.put("by", user.name());
    put(lineage, "note", note(wanted.note()));
    return new LayerLoader.Plan(
        definition,
        geometry,
        mapping,
        new LayerLoader.Treatment(
            faulty,
            relocation,
            codeMatchers.of(definition.fields(), wanted.codes()),
            lists.path(of.id(), of.owner())),
        new LayerLoader.Joining(
            target.mode().takeover(),
            key,
            checked.shape() != Shape.NONE,
            review ? of.id() : null,
            lineage),
        user,
        of.sentAs());
  }

  private static void put(Map<String, Object> lineage, String name, @Nullable Object value) {
    if (value != null) {
      lineage.put(name, value);
    }
  }

  private static Map<String, String> crs(@Nullable Crs from, @Nullable GeometryColumn to) {
    Map<String, String> crs = new LinkedHashMap<>();
    if (from != null) {
      crs.put("from", from.code());
    }
    if (to != null) {
      crs.put("to", to.crs().code());
    }
    return crs;
  }

  private static @Nullable String note(@Nullable String note) {
    if (note == null || note.isBlank()) {
      return null;
    }
    if (note.length() > LONGEST_NOTE) {
      throw Problem.Invalid.parameter(
          "note", note, Text.of("至多 1000 个字符", "at most 1000 characters"));
    }
    return note.strip();
  }

  /** The field that tells features apart; an upsert cannot do without, nor without its values. */
  private static @Nullable String key(
      Definitions.Target target, Publication wanted, FieldMapping mapping) {
    LayerDefinition layer = target.definition();
    boolean named = wanted.key() != null && !wanted.key().isBlank();
    String key = named && target.mode() != Mode.CREATE ? String.valueOf(wanted.key()) : layer.key();
    if (key == null && target.mode() == Mode.UPSERT) {
      throw Problem.Invalid.parameter(
          "key",
          "",
          Text.of("按键更新所用的字段：" + names(layer), "the field to update by: " + names(layer)));
    }
    if (key != null && named && layer.findField(key).isEmpty()) {
      throw Problem.Invalid.parameter("key", key, Text.same(names(layer)));
    }
    if (key != null && target.mode() == Mode.UPSERT && mapping.source(key) < 0) {
      throw new Problem.Invalid(
          Text.of(
              "文件中没有主键字段 %s，不能按键更新；可在字段对应中指定。".formatted(key),
              "The file has no field for the key %s to update by; name it in the mapping."
                  .formatted(key)));
    }
    return key;
  }

  private static String names(LayerDefinition layer) {
    return layer.fields().stream().map(Field::name).collect(Collectors.joining(", "));
  }

  /** Rows that are taken over keep the column they are in. */
  private @Nullable GeometryColumn geometry(Definitions.Target target, Checked checked) {
    LayerDefinition definition = target.definition();
    GeometryColumn own =
        LayerLoader.column(
            definition.geometry(), checked.shape(), checked.hasZ(), checked.hasM(), checked.crs());
    List<Mode> takingOver = List.of(Mode.APPEND, Mode.UPSERT);
    GeometryColumn current =
        layers.all().stream()
            .filter(layer -> layer.id().equals(definition.id()) && layer.version() != null)
            .findFirst()
            .map(Layer::table)
            .map(table -> table.geometry())
            .orElse(null);
    if (!takingOver.contains(target.mode()) || current == null) {
      return own;
    }
    if (current.type() == GeometryColumn.Type.POINT && checked.shape() == Shape.MULTIPOINT) {
      throw new Problem.Conflict(
          Text.of(
              "图层 %s 的要素为单点，文件为多点，只能整体替换。".formatted(definition.id()),
              "Layer %s holds single points, the file multipoints; the layer can only be replaced."
                  .formatted(definition.id())));
    }
    return current;
  }

  private static @Nullable Relocation relocation(@Nullable Crs from, @Nullable GeometryColumn to) {
    return from == null || to == null ? null : new Relocation(from, to.crs());
  }
}
