package org.citygis.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.engine.Constants;
import org.h2.engine.Database;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.db.NullValueDataType;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.rtree.MVRTreeMap;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.mvstore.tx.VersionedValueType;
import org.h2.mvstore.type.MetaType;
import org.h2.value.Value;
import org.h2.value.VersionedValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what a killed server left unfinished in an H2 file, before H2 itself opens it.
 *
 * <p>H2 2.4.240 does so while it opens a file, but asks its register of types for the key type of
 * every map that the undo log names, and spatial indexes are not in that register: a file in which
 * an unfinished transaction has written to a spatial index does not open again (a
 * ClassCastException in {@code TransactionStore.init}). A map that is open already is not asked
 * for. So this opens the spatial indexes first, and then does what H2 would have done.
 */
final class UnfinishedTransactions {
  private static final Logger LOG = LoggerFactory.getLogger(UnfinishedTransactions.class);
  private static final String FILE_URL = "jdbc:h2:file:";

  private UnfinishedTransactions() {}

  /**
   * Rolls them back, and completes those that had been committed.
   *
   * @param url of the data source; only a file of H2 that exists is looked at
   */
  static void end(String url) {
    if (!url.startsWith(FILE_URL)) {
      return;
    }
    String name = url.substring(FILE_URL.length()).split(";", 2)[0];
    Path file = Path.of(name + Constants.SUFFIX_MV_FILE);
    if (!Files.exists(file)) {
      return;
    }
    try (MVStore store =
        new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open()) {
      store.setVersionsToKeep(0);
      List<String> unfinished =
          store.getMapNames().stream()
              .filter(it -> it.startsWith(TransactionStore.UNDO_LOG_NAME_PREFIX))
              .filter(store::hasData)
              .toList();
      if (!unfinished.isEmpty()) {
        LOG.info(
            "{} was not closed: {} unfinished transactions are rolled back",
            file,
            unfinished.size());
        end(store);
      }
    } catch (MVStoreException e) {
      // Locked by another process, or of another version: H2 says so in its own words when it opens
      // the file. Anything else is told here, as H2 may not get as far as that.
      if (e.getErrorCode() != DataUtils.ERROR_FILE_LOCKED
          && e.getErrorCode() != DataUtils.ERROR_UNSUPPORTED_FORMAT) {
        LOG.warn("{}: what a kill left unfinished could not be rolled back", file, e);
      }
    }
  }

  private static void end(MVStore store) {
    for (String map : store.getMapNames()) {
      if (isSpatial(store, map)) {
        store.openMap(
            map,
            new MVRTreeMap.Builder<VersionedValue<Value>>()
                .valueType(new VersionedValueType<Value, Database>(NullValueDataType.INSTANCE)));
      }
    }
    var transactions =
        new TransactionStore(
            store,
            new MetaType<Database>(null, store.backgroundExceptionHandler),
            new ValueDataType(),
            0);
    transactions.init();
    transactions.endLeftoverTransactions();
    transactions.close();
    store.commit();
  }

  private static boolean isSpatial(MVStore store, String map) {
    String id = store.getMetaMap().get(DataUtils.META_NAME + map);
    String described = store.getMetaMap().get(DataUtils.META_MAP + id);
    return described != null && "rtree".equals(DataUtils.parseMap(described).get("type"));
  }
}
