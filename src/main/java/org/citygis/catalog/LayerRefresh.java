package org.citygis.catalog;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/** Hears within two seconds of what other copies of the application published or edited. */
class LayerRefresh {
  private static final Logger LOG = LoggerFactory.getLogger(LayerRefresh.class);

  private final JdbcLayers layers;

  LayerRefresh(JdbcLayers layers) {
    this.layers = layers;
  }

  @Scheduled(fixedDelay = 2_000, initialDelay = 10_000)
  void refresh() {
    try {
      layers.refresh();
    } catch (DataAccessException | TransactionException e) {
      LOG.debug("The catalogue keeps what it knows, the database is away: {}", e.getMessage());
    }
  }
}
