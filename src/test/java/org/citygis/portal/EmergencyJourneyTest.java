package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The command centre watches the city and directs help. */
@InChromium
class EmergencyJourneyTest {
  private static final String PASSWORD = "journey-of-the-commander";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private PasswordEncoder encoder;
  private Browser browser;

  @BeforeEach
  void openBrowser() {
    jdbc.sql("UPDATE citygis.account SET password = ? WHERE name = 'commander'")
        .param(encoder.encode(PASSWORD))
        .update();
    browser = new Browser(port);
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @Test
  void anonymousIsAskedToSignInAndSeesNoError() {
    browser.open("/?work=emergency&lang=zh");
    browser.see(".work-emergency input[name=username], .panel input[name=username]");
    assertThat(browser.count(".state.failed")).isZero();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void incidentsAreFoundByPeriodLevelAndCircle() {
    atTheDesk();
    int month = found();
    browser.click(".segment", "一年");
    browser.until(() -> found() > month);
    int year = found();

    browser.click(".emergency-more summary");
    browser.click(".chip", "I级");
    browser.until(() -> found() < year);
    browser.click(".button", "重置");
    browser.until(() -> found() == year);

    browser.click(".button", "圆形范围");
    browser.clickMap(0, 0);
    browser.clickMap(60, 0);
    browser.until(() -> found() < year);
    browser.see(".emergency-row .fine", "米");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theNearestStationsOfAnIncidentStandWithDistanceAndDirection() {
    atTheDesk();
    browser.click(".emergency-row");
    browser.see(".emergency-station");
    assertThat(browser.count(".emergency-station")).isEqualTo(9);
    assertThat(browser.texts(".emergency-far"))
        .allMatch(far -> far.matches("(?s)[\\d.,]+ (米|公里)\\s*[东西南北]{1,2}"));
    browser.picture("emergency");
  }

  @Test
  void anIncidentRegisteredElsewhereAppearsWithinTwoSeconds() {
    atTheDesk();
    browser.see(".emergency-live.is-live");
    String title = "试验路口车辆起火 " + System.nanoTime();
    Visitor other = new Visitor(port);
    other.signIn("commander", PASSWORD);
    Instant sent = Instant.now();
    other.send(
        "POST",
        "/api/incidents",
        """
        {"title":"%s","class":"accident","kind":"fire","level":"2","address":"滨江路","lon":113.4,"lat":30.58}"""
            .formatted(title));
    browser.see(".emergency-list li.is-fresh", title);

    assertThat(Duration.between(sent, Instant.now())).isLessThan(Duration.ofSeconds(2));
    browser.until(() -> browser.said().contains(title));
  }

  @Test
  void theOperatorRegistersAnIncidentAndSendsHelp() {
    atTheDesk();
    browser.click(".button", "登记事件");
    browser.clickMap(40, 40);
    browser.see(".emergency .number", "113.");
    browser.type("input[name=address]", "滨江路88号");
    browser.type("textarea[name=description]", "浓烟，有人员被困");
    browser.click("button[type=submit]", "登记");
    browser.see("#emergency-what", "滨江路88号");

    browser.click(".emergency-actions .primary", "派遣处置");
    browser.see(".emergency-actions .primary", "处置完毕");
    browser.see(".emergency .row", "已派遣");
    browser.click(".toast .button", "撤销");
    browser.see(".emergency-actions .primary", "派遣处置");
  }

  @Test
  void whatWasTypedStaysWhenTheServerIsAway() {
    atTheDesk();
    browser.click(".button", "登记事件");
    browser.clickMap(20, 20);
    browser.type("input[name=address]", "滨江路99号");
    browser.cutOff("*/api/incidents");
    browser.click("button[type=submit]", "登记");
    browser.see(".note.error", "您的输入仍在");
    assertThat(browser.see("input[name=address]").getDomProperty("value")).isEqualTo("滨江路99号");
  }

  private void atTheDesk() {
    browser.open(
        "/?work=emergency&lang=zh&view=14/113.4/30.58&layers=water,green,roads,metro,districts,place_names");
    browser.type("input[name=username]", "commander");
    browser.type("input[name=password]", PASSWORD);
    browser.click(".panel button[type=submit]");
    browser.see(".emergency-row");
  }

  private int found() {
    return Integer.parseInt(browser.text(".emergency-count").replaceAll("\\D", ""));
  }
}
