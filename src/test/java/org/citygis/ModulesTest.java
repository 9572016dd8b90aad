package org.citygis;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
  @Test
  void everyPackageImportsOnlyWhatTheHousePlanAllows() {
    ApplicationModules.of(CityGis.class).verify();
  }
}
