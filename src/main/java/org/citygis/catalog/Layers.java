package org.citygis.catalog;

import java.util.Collection;
import java.util.List;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.FeatureLoad;
import org.jspecify.annotations.Nullable;

/** The layers of the city: the door through which every channel reaches a layer. */
public interface Layers {

  /** The layers with data that the user may do this to, in drawing order. */
  List<OpenLayer> list(User user, Action action);

  /**
   * The layer, opened for the action.
   *
   * @throws org.citygis.problem.Problem.NotFound when there is none, or the user may not know of it
   * @throws org.citygis.problem.Problem.Forbidden when he may see it but not do this to it
   */
  OpenLayer open(User user, String id, Action action);

  /** Every definition, for the platform's own work; not for answering anybody. */
  Collection<Layer> all();

  /** The versions kept of a layer, newest first. */
  List<LayerVersion> versions(OpenLayer layer);

  /** The number that the next version of the layer will have; never given twice. */
  int reserveVersion(String id);

  /**
   * Finishes a load as the layer's current version: table, record, pointer, extent and view in one
   * step. A definition that is new is added to the catalogue; one that was added so before is
   * replaced; one that a file declares stays as declared. Versions beyond those that are kept are
   * dropped.
   *
   * @throws org.citygis.problem.Problem.Conflict when the layer is not any more what the version
   *     was made from
   */
  Layer publish(LayerDefinition definition, FeatureLoad load, VersionNotes notes);

  /** Points the layer to a version that is kept. */
  Layer pointTo(OpenLayer layer, int version);

  /**
   * Draws the layer in another style from now on; the style's existence is the caller's business.
   *
   * @param style null for the one that the layer is declared with
   */
  Layer restyle(OpenLayer layer, @Nullable String style);

  /**
   * Holds the layer until the running transaction ends, so that single edits come one after the
   * other and each is judged by what the one before left.
   *
   * @throws org.citygis.problem.Problem.Conflict when the layer has got another version since it
   *     was opened
   */
  void hold(OpenLayer layer);

  /**
   * Says that single rows changed, so that caches renew; call it in the transaction of the change.
   */
  void touched(String id);
}
