package org.citygis.security;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking. Controllers take it as a parameter; nobody looks it up elsewhere.
 *
 * @param name the sign-in name, empty for anonymous
 * @param titleZh the name shown in Chinese
 * @param titleEn the name shown in English
 * @param department id of the department, null for anonymous and for people of no department
 */
public record User(
    String name, String titleZh, String titleEn, @Nullable String department, Set<Role> roles)
    implements Serializable {

  public static final User ANONYMOUS = new User("", "访客", "Visitor", null, Set.of());

  /** The platform itself, when it loads the sample city or works through a job's leftovers. */
  public static final User SYSTEM =
      new User("system", "系统", "System", null, Set.of(Role.ADMINISTRATOR));

  public User {
    roles = Set.copyOf(roles);
  }

  public boolean isAnonymous() {
    return name.isEmpty();
  }

  public boolean has(Role role) {
    return roles.contains(role) || roles.contains(Role.ADMINISTRATOR);
  }

  public boolean belongsTo(String otherDepartment) {
    return otherDepartment.equals(department) || roles.contains(Role.ADMINISTRATOR);
  }
}
