package org.citygis.incidents;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygis.geo.LonLat;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
import org.citygis.web.Query;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/stations/nearest}: who is near. */
@RestController
class StationController {
  private static final Set<String> KNOWN = Set.of("lon", "lat", "kinds", "limit");
  private static final int LIMIT = 5;
  private static final int LARGEST_LIMIT = 100;

  private final Stations stations;

  StationController(Stations stations) {
    this.stations = stations;
  }

  @GetMapping("/api/stations/nearest")
  ResponseEntity<Map<String, List<Station>>> nearest(User user, HttpServletRequest request) {
    Query given = Query.of(request, KNOWN);
    LonLat centre = given.findPlace();
    if (centre == null) {
      throw Problem.Invalid.parameter(
          "lon", "", Text.of("-180 至 180 的经度", "a longitude from -180 to 180"));
    }
    int limit = Parameters.limit(given.find("limit"), LIMIT, LARGEST_LIMIT);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            Map.of(
                "stations",
                stations.nearest(user, centre, stations.kinds(given.find("kinds")), limit)));
  }
}
