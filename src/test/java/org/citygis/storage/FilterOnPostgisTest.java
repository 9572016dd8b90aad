package org.citygis.storage;

import org.citygis.testing.OnPostgis;

@OnPostgis
class FilterOnPostgisTest extends FilterContract {
  @Override
  Dialect dialect() {
    return new PostGis();
  }
}
