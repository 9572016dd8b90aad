package org.citygis.features.edit;

import java.net.http.HttpResponse;
import org.citygis.CityGis;
import org.citygis.security.SignedIn;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** The whole application with layers to be edited, asked by programs with Basic passwords. */
@SpringBootTest(
    classes = CityGis.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "citygis.data=target/edit-test-data",
      "citygis.layers=src/test/resources/edit-city",
      "citygis.sample-data=target/no-sample-data"
    })
@Import(EditCity.class)
abstract class AgainstTheEditCity {
  static final String PASSWORD = "test-of-edits-1";
  static final String SITES = "/ogc/collections/sites/items";

  /** Triangle of 100 m, valid, in longitude and latitude. */
  static final String TRIANGLE =
      """
      {"type":"Polygon","coordinates":[[[114.002,30.577],[114.003,30.577],[114.003,30.578],[114.002,30.577]]]}""";

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired EditCity city;
  private Visitor visitor;

  @BeforeEach
  void load() {
    city.load();
    visitor = new Visitor(port);
    if (city.isLoadedFirst()) {
      for (String name : new String[] {"planner", "water", "commander", "admin"}) {
        SignedIn.setPassword(context, name, PASSWORD);
      }
    }
  }

  /** A request of a program; nobody when {@code user} is empty; headers as name, value … */
  HttpResponse<String> ask(
      String user, String method, String path, String json, String... headers) {
    var request = visitor.request(method, path, json);
    request.setHeader("Accept-Language", "en");
    if (!user.isEmpty()) {
      request.header("Authorization", Visitor.basic(user, PASSWORD));
    }
    if ("PATCH".equals(method) && json != null) {
      request.setHeader("Content-Type", "application/merge-patch+json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return visitor.send(request);
  }

  HttpResponse<String> asPlanner(String method, String path, String json, String... headers) {
    return ask("planner", method, path, json, headers);
  }

  JsonNode site(long fid) {
    HttpResponse<String> answer = asPlanner("GET", SITES + "/" + fid, null);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + answer.body());
    }
    return Visitor.json(answer);
  }

  String tag(String path) {
    return asPlanner("GET", path, null).headers().firstValue("ETag").orElseThrow();
  }

  static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  static String feature(String geometry, String properties) {
    return "{\"type\":\"Feature\",\"geometry\":%s,\"properties\":%s}"
        .formatted(geometry, properties);
  }
}
