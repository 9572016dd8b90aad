package org.citygis.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A typed link to another resource; the address is absolute.
 *
 * @param templated true where parts of the address in braces are to be filled in, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiLink(
    String href, String rel, String type, @Nullable String title, @Nullable Boolean templated) {
  public ApiLink(String href, String rel, String type, @Nullable String title) {
    this(href, rel, type, title, null);
  }
}
