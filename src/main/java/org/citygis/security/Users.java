package org.citygis.security;

import java.util.Optional;

/** The people of the platform, for work that goes on when nobody is asking any more. */
public interface Users {
  /** The person with the rights of this moment; empty when there is no account or it is closed. */
  Optional<User> find(String name);
}
