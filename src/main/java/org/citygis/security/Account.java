package org.citygis.security;

/**
 * A person's account.
 *
 * @param password the hash, with the name of its algorithm in front
 * @param credential number of the present password; a session remembers the one it was opened with
 * @param enabled whether the person may sign in
 */
record Account(User user, String password, int credential, boolean enabled) {

  String name() {
    return user.name();
  }
}
