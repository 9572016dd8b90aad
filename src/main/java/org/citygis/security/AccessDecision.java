package org.citygis.security;

import java.util.Set;
import org.citygis.text.Text;
import org.geotools.api.filter.Filter;

/**
 * May this user do this to this layer, and with which rows and fields? Made once, by the catalogue,
 * and taken by storage as an argument, so that no channel can forget it.
 *
 * @param rows the condition that a row must meet to be seen
 * @param hiddenFields names of fields that must not leave the server, neither as values nor through
 *     conditions
 * @param reason why, in words
 */
public record AccessDecision(boolean allowed, Filter rows, Set<String> hiddenFields, Text reason) {

  public AccessDecision {
    hiddenFields = Set.copyOf(hiddenFields);
  }

  public static AccessDecision allowed(Set<String> hiddenFields, Text reason) {
    return new AccessDecision(true, Filter.INCLUDE, hiddenFields, reason);
  }

  public static AccessDecision denied(Text reason) {
    return new AccessDecision(false, Filter.EXCLUDE, Set.of(), reason);
  }
}
