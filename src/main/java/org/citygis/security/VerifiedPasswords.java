package org.citygis.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Remembers for some minutes which password was right, so that a program, which sends it with every
 * request, does not cost a slow hash each time. Holds a keyed hash of name and password, never the
 * password; the key lives and dies with the process.
 */
@Component
class VerifiedPasswords {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private final SecretKeySpec key;
  private final Cache<String, Integer> verified =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  VerifiedPasswords() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "HmacSHA256");
  }

  /**
   * @param credential number of the account's password that it was
   */
  void remember(String name, int credential, String password) {
    verified.put(digest(name, password), credential);
  }

  /** Whether this password was right for the account as it is now. */
  boolean knows(Account now, String password) {
    Integer credential = verified.getIfPresent(digest(now.name(), password));
    return credential != null && credential == now.credential() && now.enabled();
  }

  private String digest(String name, String password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(name.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has HmacSHA256", e);
    }
  }
}
