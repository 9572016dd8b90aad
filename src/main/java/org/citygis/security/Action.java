package org.citygis.security;

/** What somebody wants to do with a layer. */
public enum Action {
  VIEW,
  QUERY,
  EDIT,
  PUBLISH
}
