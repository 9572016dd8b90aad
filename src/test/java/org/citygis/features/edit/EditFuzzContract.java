package org.citygis.features.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.citygis.testing.ApiFuzz;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What may be edited stands in the definition, and no body of any kind breaks the server. */
abstract class EditFuzzContract extends AgainstTheEditCity {
  private static final Set<String> EDITS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  @Test
  void onlyWhoMayEditIsToldHow() {
    assertThat(methods(Visitor.json(asPlanner("GET", "/ogc/api", null)))).contains("get", "post");
    assertThat(methods(Visitor.json(ask("", "GET", "/ogc/api", null)))).doesNotContain("post");
  }

  private static String methods(JsonNode api) {
    return api.at("/paths/~1collections~1sites~1items").propertyNames().toString();
  }

  @Test
  void noEditOfAnyKindBreaksTheServer() throws Exception {
    JsonNode api = Visitor.json(asPlanner("GET", "/ogc/api", null));
    ApiFuzz fuzz = new ApiFuzz(api, Visitor.basic("planner", PASSWORD), 4);
    assertThat(fuzz.run(EDITS, 60, Duration.ofSeconds(20))).isEmpty();
    assertThat(fuzz.answers()).containsKeys(400, 404);
  }
}
