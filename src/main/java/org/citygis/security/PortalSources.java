package org.citygis.security;

import java.util.Set;

/**
 * What the portal's pages have to do with other sites, as sources of a content security policy
 * ({@code https://host:port}). By default nothing.
 */
public interface PortalSources {

  /** Where pictures may come from beside this application. */
  Set<String> images();

  /** Who may show the embedded map in a frame beside this application. */
  Set<String> framers();
}
