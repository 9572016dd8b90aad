package org.citygis.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.citygis.testing.OnPostgis;
import org.junit.jupiter.api.Test;

@OnPostgis
class IncidentsOnPostgisTest extends IncidentsContract {

  @Test
  void aCircleHoldsWhatThePostgisGeographySays() {
    List<Long> expected =
        jdbc.sql(
                """
                SELECT fid FROM layers.incidents
                WHERE ST_DWithin(
                  ST_Transform(geom, 4326)::geography, ST_MakePoint(113.4, 30.58)::geography, 3000)
                ORDER BY ST_Distance(
                  ST_Transform(geom, 4326)::geography, ST_MakePoint(113.4, 30.58)::geography)""")
            .query(Long.class)
            .list();
    assertThat(ids(search("lon=113.4&lat=30.58&radius=3000&limit=2000")))
        .isEqualTo(expected)
        .hasSizeGreaterThan(30);
  }
}
