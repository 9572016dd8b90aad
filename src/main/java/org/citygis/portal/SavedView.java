package org.citygis.portal;

import java.time.Instant;

/**
 * What somebody looked at and kept.
 *
 * @param id eight letters and digits, also the end of its short link; nobody can guess one
 * @param owner the name of an account
 * @param address the query of the portal's address, without the question mark. It says what to
 *     show, not what one may see: that is decided for who opens it
 * @param open whether everybody with the link may open it, or the owner alone
 */
record SavedView(
    String id, String owner, String name, String address, boolean open, Instant savedAt) {}
