package org.citygis.storage;

import org.citygis.testing.OnH2gis;

@OnH2gis
class FilterOnH2gisTest extends FilterContract {
  @Override
  Dialect dialect() {
    return new H2Gis();
  }
}
