package org.citygis.security;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * There is no default password: the first start makes the sample accounts with random ones and
 * prints them, once, on the console (not into the log, which is kept).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstAccounts implements ApplicationRunner {
  static final String ADMIN = "admin";
  private static final int SHORTEST = 8;
  private static final int LONGEST_BYTES = 72;

  /** Without letters and digits that look alike. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final List<User> SAMPLE =
      List.of(
          new User(ADMIN, "系统管理员", "Administrator", null, Set.of(Role.ADMINISTRATOR)),
          new User("planner", "规划员", "Planner", "planning", Set.of(Role.VIEWER, Role.EDITOR)),
          new User("water", "水务员", "Water engineer", "water", Set.of(Role.VIEWER, Role.EDITOR)),
          new User("commander", "指挥员", "Commander", "public-security", Set.of(Role.COMMANDER)),
          new User("publisher", "数据发布员", "Data publisher", "land", Set.of(Role.PUBLISHER)));

  private final Accounts accounts;
  private final PasswordEncoder encoder;
  private final SecurityProperties properties;
  private final TransactionTemplate transaction;
  private final PrintStream console;
  private final SecureRandom random = new SecureRandom();

  FirstAccounts(
      Accounts accounts,
      PasswordEncoder encoder,
      SecurityProperties properties,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.encoder = encoder;
    this.properties = properties;
    this.transaction = transaction;
    this.console = System.out;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (accounts.isEmpty()) {
      addSample();
    } else {
      setAdminPassword();
    }
    if (!properties.resetPassword().isBlank()) {
      reset(properties.resetPassword());
    }
  }

  private void addSample() {
    Map<String, String> made = new LinkedHashMap<>();
    try {
      transaction.executeWithoutResult(
          status ->
              SAMPLE.forEach(
                  user -> {
                    String password = firstPassword(user.name());
                    accounts.add(user, encoder.encode(password));
                    made.put(user.name(), password);
                  }));
    } catch (DuplicateKeyException anotherCopyWasFirst) {
      return;
    }
    if (!properties.adminPassword().isEmpty()) {
      made.put(ADMIN, "CITYGIS_ADMIN_PASSWORD");
    }
    print(
        "首次启动：已创建下列账户。密码只显示这一次，请立即妥善保存。",
        "First start: these accounts were made. The passwords are shown this once only; keep them.",
        made);
  }

  private String firstPassword(String name) {
    return name.equals(ADMIN) && !properties.adminPassword().isEmpty()
        ? checked(properties.adminPassword())
        : randomPassword();
  }

  private void setAdminPassword() {
    String wanted = properties.adminPassword();
    if (wanted.isEmpty()) {
      return;
    }
    checked(wanted);
    boolean same =
        accounts.find(ADMIN).map(a -> encoder.matches(wanted, a.password())).orElse(true);
    if (!same) {
      accounts.changePassword(ADMIN, encoder.encode(wanted));
    }
  }

  private void reset(String name) {
    String password = randomPassword();
    if (accounts.changePassword(name, encoder.encode(password))) {
      print(
          "已重设密码。启动后请去掉 CITYGIS_RESET_PASSWORD,否则每次启动都会重设。",
          "The password was reset. Unset CITYGIS_RESET_PASSWORD, or every start resets it again.",
          Map.of(Accounts.normalised(name), password));
    } else {
      print(
          "CITYGIS_RESET_PASSWORD:没有账户“%s”。".formatted(Accounts.normalised(name)),
          "CITYGIS_RESET_PASSWORD: there is no account '%s'.".formatted(Accounts.normalised(name)),
          Map.of());
    }
  }

  private static String checked(String password) {
    int bytes = password.getBytes(StandardCharsets.UTF_8).length;
    if (password.length() < SHORTEST || bytes > LONGEST_BYTES) {
      throw new IllegalArgumentException(
          "CITYGIS_ADMIN_PASSWORD must have at least %d characters and at most %d bytes"
              .formatted(SHORTEST, LONGEST_BYTES));
    }
    return password;
  }

  /** 16 characters in groups of four: 92 bits. */
  private String randomPassword() {
    StringBuilder password = new StringBuilder(19);
    for (int i = 0; i < 16; i++) {
      if (i > 0 && i % 4 == 0) {
        password.append('-');
      }
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  private void print(String zh, String en, Map<String, String> passwords) {
    StringBuilder text = new StringBuilder("\n");
    String rule = "=".repeat(88) + "\n";
    text.append(rule).append("  ").append(zh).append("\n  ").append(en).append("\n\n");
    passwords.forEach((name, password) -> text.append("    %-12s %s%n".formatted(name, password)));
    console.println(text.append(rule));
  }
}
