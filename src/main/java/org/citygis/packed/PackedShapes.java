package org.citygis.packed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.citygis.catalog.OpenLayer;
import org.citygis.security.AccessDecision;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.RowTest;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads shapes from the pack of a layer: from the level made for the zoom where everybody sees the
 * same and nothing changed, else from the whole layer, generalised on the way; and from the
 * database while there is no pack.
 */
@Component
final class PackedShapes implements ShapeSource {
  private static final LongPredicate NONE = fid -> false;

  private final Packs packs;
  private final TableShapes table;

  PackedShapes(Packs packs, FeatureStore store) {
    this.packs = packs;
    table = new TableShapes(store);
  }

  @Override
  public void read(OpenLayer layer, ShapeQuery query, ShapeVisitor visitor) {
    AccessDecision access = layer.access();
    if (!access.allowed()) {
      throw new IllegalArgumentException("refused: " + access.reason().en());
    }
    RowTest rows =
        access.rows() == Filter.INCLUDE ? null : new RowTest(layer.table(), access.rows());
    Packs.Held held = rows != null && rows.needsShape() ? null : packs.find(layer.layer());
    PackChanges.View changes = held == null ? null : held.changes.at(layer);
    if (held == null || changes == null) {
      table.read(layer, query, visitor);
      return;
    }
    Pack pack = held.pack;
    boolean changed = changes.meets(query.box());
    List<@Nullable String> fields = visible(query.fields(), access);
    if (rows == null && !changed && mergesAlike(pack, query, access)) {
      Level level = pack.find(query.zoom(), fields);
      if (level != null) {
        level.read(query.box(), fields, NONE, visitor);
        return;
      }
    }
    Generaliser generaliser = new Generaliser(query.zoom(), query.ofClass(), false, visitor);
    ShapeVisitor passing = generaliser;
    if (rows != null) {
      fields = new ArrayList<>(fields);
      int[] places = new int[rows.fields().size()];
      for (int i = 0; i < places.length; i++) {
        String needed = rows.fields().get(i);
        if (!fields.contains(needed)) {
          fields.add(needed);
        }
        places[i] = fields.indexOf(needed);
      }
      passing = new Sifted(rows, places, query.fields().size(), generaliser);
    }
    pack.read(query.box(), fields, changed ? changes.features()::containsKey : NONE, passing);
    if (changed) {
      PackChanges.read(changes, layer, query.box(), fields, passing);
    }
    generaliser.finish();
  }

  private static List<@Nullable String> visible(List<String> fields, AccessDecision access) {
    List<@Nullable String> visible = new ArrayList<>();
    for (String field : fields) {
      visible.add(access.hiddenFields().contains(field) ? null : field);
    }
    return visible;
  }

  /** Whether small shapes were merged in the pack as this query wants it, and nobody's secret. */
  private static boolean mergesAlike(Pack pack, ShapeQuery query, AccessDecision access) {
    Set<String> wanted = new TreeSet<>(query.classFields());
    wanted.removeAll(access.hiddenFields());
    wanted.retainAll(pack.state().columns().stream().map(field -> field.column().name()).toList());
    return wanted.equals(pack.state().classFields());
  }

  /** Lets those shapes through whose row the user may see, without what only the test needed. */
  private record Sifted(RowTest test, int[] places, int wanted, ShapeVisitor next)
      implements ShapeVisitor {
    @Override
    public void visit(Shape shape) {
      @Nullable Object[] all = shape.values();
      @Nullable Object[] tested = new @Nullable Object[places.length];
      for (int i = 0; i < tested.length; i++) {
        boolean fid = test.fields().get(i).equals(FeatureTable.FID);
        tested[i] = fid ? (Object) shape.fid() : all[places[i]];
      }
      if (test.passes(tested)) {
        shape.of(shape.fid(), Arrays.copyOf(all, wanted));
        next.visit(shape);
      }
    }
  }
}
