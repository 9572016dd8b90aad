package org.citygis.catalog;

import java.util.List;
import org.citygis.text.Lang;
import org.citygis.web.ApiLink;

/**
 * What a standard of the OGC API family adds to the documents that all of them share: the entrance,
 * the list of conformance classes, the description of a collection.
 */
public interface OgcPart {

  /** Addresses of the conformance classes that it fulfils. */
  List<String> conformance();

  /**
   * Links from the entrance.
   *
   * @param root address of the API
   */
  List<ApiLink> landing(String root, Lang lang);

  /**
   * Links from a collection.
   *
   * @param address of the collection
   */
  List<ApiLink> collection(String address, OpenLayer layer, Lang lang);
}
