package org.citygis.style;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Hears within two seconds of the styles that other copies of the application saved. */
@Component
class StyleRefresh {
  private static final Logger LOG = LoggerFactory.getLogger(StyleRefresh.class);

  private final Styles styles;

  StyleRefresh(Styles styles) {
    this.styles = styles;
  }

  @Scheduled(fixedDelay = 2_000, initialDelay = 10_000)
  void refresh() {
    try {
      styles.refresh();
    } catch (DataAccessException | TransactionException e) {
      LOG.debug("The styles stay as they are, the database is away: {}", e.getMessage());
    }
  }
}
