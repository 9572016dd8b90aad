package org.citygis.security;

/**
 * Told to the application when somebody signed in or was refused.
 *
 * @param name the name that was given, as accounts are named
 * @param address where the request came from
 */
public record SignInAttempt(String name, String address, Outcome outcome) {

  /** How it ended. */
  public enum Outcome {
    SIGNED_IN,
    SIGNED_OUT,
    REFUSED,
    LOCKED
  }
}
