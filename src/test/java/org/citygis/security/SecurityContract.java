package org.citygis.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.citygis.audit.Audit;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in and refusals of a running server, on both databases. */
@SpringBootTest(
    classes = SecurityContract.Slice.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
abstract class SecurityContract {
  private static final String PASSWORD = "Correct-horse-7";

  @Configuration
  @EnableAutoConfiguration
  @EnableConfigurationProperties(SecurityProperties.class)
  @ComponentScan(
      basePackages = {"org.citygis.security", "org.citygis.web", "org.citygis.audit"},
      excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Contract.*"))
  static class Slice {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    Probe probe() {
      return new Probe();
    }
  }

  @RestController
  static class Probe {
    @GetMapping("/api/probe")
    Map<String, String> who(User user) {
      return Map.of("name", user.name());
    }

    @PostMapping("/api/probe")
    Map<String, String> change(User user) {
      return Map.of("name", user.name());
    }

    @GetMapping("/api/probe/failure")
    String fail() {
      throw new IllegalStateException("the secret of the house");
    }
  }

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired Accounts accounts;
  @Autowired PasswordEncoder encoder;
  @Autowired JdbcClient jdbc;
  @Autowired Audit audit;
  private Visitor visitor;

  @BeforeEach
  void open() {
    visitor = new Visitor(port);
    SignedIn.setPassword(context, "planner", PASSWORD);
  }

  @Test
  void nobodyIsSignedInAtFirst() {
    assertThat(visitor.get("/api/session").body()).isEqualTo("{\"user\":null}");
    assertThat(visitor.get("/api/probe").body()).isEqualTo("{\"name\":\"\"}");
  }

  @Test
  void signInTellsWhoOneIsAndSignOutEndsIt() {
    assertThat(visitor.signIn("planner", PASSWORD)).isEqualTo(200);
    HttpResponse<String> who = visitor.get("/api/session");
    assertThat(Visitor.json(who).at("/user/name").asString()).isEqualTo("planner");
    assertThat(Visitor.json(who).at("/user/department").asString()).isEqualTo("planning");
    assertThat(Visitor.json(who).at("/user/title/zh").asString()).isEqualTo("规划员");
    assertThat(Visitor.json(who).at("/user/roles").toString()).isEqualTo("[\"editor\",\"viewer\"]");
    assertThat(visitor.get("/api/probe").body()).contains("planner");
    assertThat(visitor.send("DELETE", "/api/session", null).statusCode()).isEqualTo(204);
    assertThat(visitor.get("/api/probe").body()).isEqualTo("{\"name\":\"\"}");
  }

  @Test
  void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
    visitor.get("/api/session");
    String wrong = signInAnswer("planner", "not the password").body();
    assertThat(wrong).isEqualTo(signInAnswer("nobody-of-this-name", "x").body());
    assertThat(Visitor.json(signInAnswer("planner", "wrong")).get("status").asInt()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"username\":\"planner\"}", "{\"username\":1", "[]", "null"})
  void aSignInThatIsNotOneIsABadRequest(String body) {
    visitor.get("/api/session");
    HttpResponse<String> answer = visitor.send("POST", "/api/session", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertProblem(answer);
  }

  @Test
  void theSessionGetsANewIdAtSignInSoThatAPlantedOneIsWorthless() {
    assertThat(visitor.signIn("planner", PASSWORD)).isEqualTo(200);
    String first = visitor.cookie("citygis-session").orElseThrow();
    assertThat(visitor.signIn("planner", PASSWORD)).isEqualTo(200);
    assertThat(visitor.cookie("citygis-session").orElseThrow()).isNotEqualTo(first);
    HttpResponse<String> planted =
        new Visitor(port).get("/api/probe", "Cookie", "citygis-session=" + first);
    assertThat(planted.body()).isEqualTo("{\"name\":\"\"}");
  }

  @Test
  void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
    visitor.get("/api/session");
    HttpResponse<String> answer = signInAnswer("planner", PASSWORD);
    String cookie =
        answer.headers().allValues("Set-Cookie").stream()
            .filter(c -> c.startsWith("citygis-session="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
  }

  @Test
  void aChangeWithoutTheTokenIsRefusedAndSaysWhy() {
    visitor.signIn("planner", PASSWORD);
    HttpResponse<String> refused = visitor.send(visitor.request("POST", "/api/probe", "{}"));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertProblem(refused);
    assertThat(refused.body()).contains("X-XSRF-TOKEN");
    assertThat(visitor.send("POST", "/api/probe", "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void basicWorksForProgramsWithoutTokenAndWithoutASession() {
    HttpResponse<String> answer =
        visitor.send(
            visitor.request(
                "POST", "/api/probe", "{}", "Authorization", Visitor.basic("planner", PASSWORD)));
    assertThat(answer.body()).isEqualTo("{\"name\":\"planner\"}");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(visitor.get("/api/probe").body()).isEqualTo("{\"name\":\"\"}");
  }

  @Test
  void aProgramsOldPasswordIsRefusedAtOnceThoughItWasRightBefore() {
    String[] basic = {"Authorization", Visitor.basic("planner", PASSWORD)};
    assertThat(visitor.get("/api/probe", basic).body()).contains("planner");
    assertThat(visitor.get("/api/probe", basic).body()).contains("planner");
    SignedIn.setPassword(context, "planner", PASSWORD + "9");
    assertThat(visitor.get("/api/probe", basic).statusCode()).isEqualTo(401);
  }

  @Test
  void whileAccountsCannotBeReadNobodyIsToldThatHisPasswordIsWrong() {
    visitor.get("/api/session");
    jdbc.sql("ALTER TABLE citygis.account RENAME TO account_away").update();
    try {
      HttpResponse<String> basic =
          visitor.get("/api/probe", "Authorization", Visitor.basic("planner", PASSWORD));
      for (HttpResponse<String> answer : List.of(basic, signInAnswer("planner", PASSWORD))) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertProblem(answer);
      }
    } finally {
      jdbc.sql("ALTER TABLE citygis.account_away RENAME TO account").update();
    }
    assertThat(visitor.signIn("planner", PASSWORD)).isEqualTo(200);
  }

  @Test
  void aBodyThatIsTooLongIsRefusedWhetherItSaysSoOrNot() {
    visitor.get("/api/session");
    String body = "{\"username\":\"" + "x".repeat(3_000_000) + "\"}";
    HttpResponse<String> counted = visitor.send("POST", "/api/session", body);
    HttpRequest.Builder chunked =
        visitor
            .request("POST", "/api/session", "")
            .header("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").orElseThrow())
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII))));
    for (HttpResponse<String> answer : List.of(counted, visitor.send(chunked))) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
      assertProblem(answer);
    }
  }

  @Test
  void aPageOfAnotherSiteCannotUseARememberedBasicPassword() {
    HttpResponse<String> answer =
        visitor.send(
            visitor.request(
                "POST",
                "/api/probe",
                "{}",
                "Authorization",
                Visitor.basic("planner", PASSWORD),
                "Origin",
                "https://elsewhere.example"));
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void aWrongBasicPasswordIsRefusedAlsoWhereAnonymousIsWelcome() {
    HttpResponse<String> answer =
        visitor.get("/api/probe", "Authorization", Visitor.basic("planner", "wrong"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
    assertProblem(answer);
  }

  @Test
  void fiveRefusalsLockThatNameAtThatAddressEvenForTheRightPassword() {
    String elsewhere = "198.51.100." + port % 250;
    String[] from = {"X-Forwarded-For", elsewhere};
    for (int i = 0; i < SignInThrottle.PER_NAME_AND_ADDRESS; i++) {
      assertThat(signInAnswer("water", "guess" + i, from).statusCode()).isEqualTo(401);
    }
    SignedIn.setPassword(context, "water", PASSWORD);
    HttpResponse<String> locked = signInAnswer("water", PASSWORD, from);
    assertThat(locked.statusCode()).isEqualTo(429);
    assertThat(locked.headers().firstValue("Retry-After")).contains("900");
    assertProblem(locked);
    assertThat(new Visitor(port).signIn("water", PASSWORD)).isEqualTo(200);
    assertThat(trail()).contains("refused water", "locked water");
  }

  @Test
  void aChangedPasswordEndsTheSessionsOpenedWithTheOldOne() throws InterruptedException {
    visitor.signIn("planner", PASSWORD);
    assertThat(visitor.get("/api/probe").body()).contains("planner");
    SignedIn.setPassword(context, "planner", PASSWORD + "8");
    Thread.sleep(2_100);
    assertThat(visitor.get("/api/probe").body()).isEqualTo("{\"name\":\"\"}");
  }

  @Test
  void aClosedAccountCannotSignIn() {
    SignedIn.setPassword(context, "publisher", PASSWORD);
    accounts.setEnabled("publisher", false);
    assertThat(visitor.signIn("publisher", PASSWORD)).isEqualTo(401);
    accounts.setEnabled("publisher", true);
  }

  @Test
  void onlyHashesAreStored() {
    List<String> stored =
        jdbc.sql("SELECT password FROM citygis.account").query(String.class).list();
    assertThat(stored).hasSize(5).allMatch(p -> p.startsWith("{bcrypt}$2a$"));
  }

  @Test
  void theConsoleTellsAResetPasswordOnceAndItWorks(CapturedOutput output) {
    FirstAccounts reset =
        new FirstAccounts(
            accounts,
            encoder,
            new SecurityProperties("", "commander"),
            context.getBean(TransactionTemplate.class));
    reset.run(new DefaultApplicationArguments());
    String line =
        output
            .getOut()
            .lines()
            .filter(l -> l.startsWith("    commander"))
            .reduce((first, last) -> last)
            .orElseThrow();
    String password = line.strip().split(" +")[1];
    assertThat(password).matches("([a-zA-Z2-9]{4}-){3}[a-zA-Z2-9]{4}");
    assertThat(visitor.signIn("commander", password)).isEqualTo(200);
  }

  @Test
  void theAdministratorsPasswordComesFromTheEnvironment() {
    new FirstAccounts(
            accounts,
            encoder,
            new SecurityProperties("Set-from-outside-1", ""),
            context.getBean(TransactionTemplate.class))
        .run(new DefaultApplicationArguments());
    assertThat(visitor.signIn("admin", "Set-from-outside-1")).isEqualTo(200);
    assertThat(visitor.get("/actuator").statusCode()).isEqualTo(200);
  }

  @Test
  void healthIsPublicAndTheRestOfTheActuatorIsNot() {
    assertThat(visitor.get("/actuator/health").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertProblem(visitor.get("/actuator/metrics"));
    assertThat(visitor.get("/actuator").statusCode()).isEqualTo(401);
    visitor.signIn("planner", PASSWORD);
    HttpResponse<String> refused = visitor.get("/actuator");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertProblem(refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/error", "/nothing-here", "/application.yaml", "/h2-console", "/apix"})
  void anAddressThatIsNotListedDoesNotExist(String path) {
    HttpResponse<String> answer = visitor.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertProblem(answer);
  }

  @Test
  void whatWasNotForeseenIsToldWithoutItsInside() {
    HttpResponse<String> answer = visitor.get("/api/probe/failure", "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertProblem(answer);
    assertThat(answer.body()).doesNotContain("secret").doesNotContain("org.citygis");
  }

  @Test
  void refusalsAreWrittenInTheLanguageOfTheRequest() {
    assertThat(visitor.get("/actuator?lang=en").body()).contains("This takes a sign-in.");
    assertThat(visitor.get("/actuator").body()).contains("该内容需要登录。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/%00 HTTP/1.1",
        "GET /api/<script> HTTP/1.1",
        "GET /api/..;/..;/x HTTP/1.1",
        "GET /api//x HTTP/1.1",
        "nonsense",
        "GE(T / HTTP/1.1"
      })
  void aMalformedRequestGetsNoPageAndNoVersion(String requestLine) throws IOException {
    String answer = raw(requestLine);
    assertThat(answer).startsWith("HTTP/1.1 40");
    assertThat(answer).doesNotContain("<html").doesNotContain("Tomcat").doesNotContain("Exception");
    if (answer.contains("\r\n\r\n{")) {
      assertThat(answer).contains("application/problem+json");
    }
  }

  @Test
  void everyAnswerCarriesTheStrictHeaders() {
    for (String path : List.of("/api/session", "/nothing-here", "/actuator/health")) {
      var headers = visitor.get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .startsWith("default-src 'self'")
          .contains("frame-ancestors 'self'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    }
  }

  @Test
  void signInAndSignOutAreInTheTrailAndTheTrailIsWhole() {
    visitor.signIn("planner", PASSWORD);
    visitor.send("DELETE", "/api/session", null);
    assertThat(trail()).contains("signed-in planner", "signed-out planner");
    assertThat(audit.verify().isWhole()).isTrue();
  }

  private List<String> trail() {
    return jdbc.sql("SELECT action, who FROM citygis.audit_entry ORDER BY number")
        .query((row, n) -> row.getString(1) + " " + row.getString(2))
        .list();
  }

  private HttpResponse<String> signInAnswer(String name, String password, String... headers) {
    visitor.get("/api/session");
    return visitor.send(
        "POST",
        "/api/session",
        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password),
        headers);
  }

  private static void assertProblem(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Visitor.json(answer).get("status").asInt()).isEqualTo(answer.statusCode());
    assertThat(answer.body()).doesNotContain("trace").doesNotContain("<html");
  }

  private String raw(String requestLine) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(5_000);
      socket
          .getOutputStream()
          .write(
              (requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
