package org.citygis.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Counts refused sign-ins. One person who mistypes locks himself out at his own desk only; a name
 * tried from many addresses, or an address that tries many names, is slowed down as a whole. What
 * it remembers is bounded.
 */
@Component
class SignInThrottle {
  static final int PER_NAME_AND_ADDRESS = 5;
  static final int PER_NAME = 50;
  static final int PER_ADDRESS = 50;
  static final Duration LOCKED_FOR = Duration.ofMinutes(15);

  private record Key(String name, String address) {}

  private final Cache<Key, Integer> refusals;

  SignInThrottle(Clock clock) {
    this.refusals =
        Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(LOCKED_FOR)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  boolean isLocked(String name, String address) {
    return count(new Key(name, address)) >= PER_NAME_AND_ADDRESS
        || count(new Key(name, "")) >= PER_NAME
        || count(new Key("", address)) >= PER_ADDRESS;
  }

  void refused(String name, String address) {
    add(new Key(name, address));
    add(new Key(name, ""));
    add(new Key("", address));
  }

  void signedIn(String name, String address) {
    refusals.invalidate(new Key(name, address));
  }

  private int count(Key key) {
    Integer count = refusals.getIfPresent(key);
    return count == null ? 0 : count;
  }

  private void add(Key key) {
    refusals.asMap().merge(key, 1, Integer::sum);
  }
}
