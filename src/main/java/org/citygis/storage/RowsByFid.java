package org.citygis.storage;

import java.util.List;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;

/** Reads rows whose fids are known, under the conditions and the access decision of a query. */
public final class RowsByFid {
  /** Few enough for a statement, and the same number each time, so that it stays prepared. */
  private static final int AT_ONCE = 100;

  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

  private final FeatureStore store;
  private final FeatureTable table;
  private final FeatureQuery query;

  public RowsByFid(FeatureStore store, FeatureTable table, FeatureQuery query) {
    this.store = store;
    this.table = table;
    this.query = query.order(List.of()).page(0, -1);
  }

  /** In no particular order; those that there are not any more are passed over. */
  public void read(List<Long> fids, FeatureRow.Reader reader) {
    for (int from = 0; from < fids.size(); from += AT_ONCE) {
      List<Filter> any =
          fids.subList(from, Math.min(fids.size(), from + AT_ONCE)).stream()
              .<Filter>map(
                  fid -> FILTERS.equals(FILTERS.property(FeatureTable.FID), FILTERS.literal(fid)))
              .toList();
      Filter wanted = any.size() == 1 ? any.getFirst() : FILTERS.or(any);
      Filter both = query.filter() == Filter.INCLUDE ? wanted : FILTERS.and(query.filter(), wanted);
      store.read(table, query.filter(both), reader);
    }
  }
}
