package org.citygis.features.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.ApiLink;
import org.jspecify.annotations.Nullable;

/** A layer as OGC API describes a collection. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CollectionDocument(
    String id,
    String title,
    String description,
    @Nullable String attribution,
    @Nullable Extent extent,
    String itemType,
    List<String> crs,
    @Nullable String storageCrs,
    List<Link> links) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Extent(@Nullable Spatial spatial, @Nullable Temporal temporal) {}

  /**
   * @param interval first and last moment; null where it is open
   */
  record Temporal(List<List<@Nullable String>> interval, String trs) {}

  /**
   * @param bbox west, south, east, north of everything
   */
  record Spatial(List<double[]> bbox, String crs) {}

  /** All collections that the user may see. */
  record All(List<Link> links, List<String> crs, List<CollectionDocument> collections) {
    static All of(
        List<OpenLayer> layers,
        TimeExtent times,
        Function<OpenLayer, Stream<ApiLink>> more,
        Root root,
        Lang lang) {
      String url = root.collections();
      return new All(
          List.of(
              new Link(url, "self", "application/json", null),
              new Link(url + "?f=html", "alternate", "text/html", null)),
          List.of(Crs.CRS84.uri()),
          layers.stream()
              .map(
                  layer ->
                      CollectionDocument.of(layer, times.of(layer), root, lang)
                          .with(more.apply(layer)))
              .toList());
    }
  }

  static CollectionDocument of(OpenLayer layer, @Nullable Temporal temporal, Root root, Lang lang) {
    String id = layer.layer().id();
    CrsChoices systems = CrsChoices.of(layer);
    Crs storage = systems.storage();
    Text attribution = layer.definition().attribution();
    return new CollectionDocument(
        id,
        layer.definition().title().in(lang),
        layer.definition().summary().in(lang),
        attribution == null ? null : attribution.in(lang),
        extent(layer.layer().currentVersion().bbox(), temporal),
        "feature",
        systems.all().stream().map(Crs::uri).toList(),
        storage == null ? null : storage.uri(),
        links(root, id, layer.definition().title().in(lang), lang));
  }

  private static List<Link> links(Root root, String id, String title, Lang lang) {
    List<Link> links = new ArrayList<>();
    links.add(new Link(root.collection(id), "self", "application/json", title));
    links.add(new Link(root.collection(id) + "?f=html", "alternate", "text/html", title));
    for (Format format : Format.ITEMS) {
      String query = format == Format.JSON ? "" : "?f=" + format.tag();
      links.add(
          new Link(
              root.items(id) + query,
              "items",
              format.plainType(),
              "%s (%s)".formatted(title, format.title())));
    }
    for (LayerSchema.Kind kind : LayerSchema.Kind.values()) {
      links.add(
          new Link(
              root.collection(id) + "/" + kind.path(),
              kind.relation(),
              Format.SCHEMA.toString(),
              "%s · %s".formatted(title, kind.title().in(lang))));
    }
    return List.copyOf(links);
  }

  private static @Nullable Extent extent(@Nullable Box box, @Nullable Temporal temporal) {
    if (box == null) {
      return temporal == null ? null : new Extent(null, temporal);
    }
    double[] bbox = {box.minX(), box.minY(), box.maxX(), box.maxY()};
    return new Extent(new Spatial(List.of(bbox), Crs.CRS84.uri()), temporal);
  }

  /** The same with what other standards add. */
  CollectionDocument with(Stream<ApiLink> more) {
    return new CollectionDocument(
        id,
        title,
        description,
        attribution,
        extent,
        itemType,
        crs,
        storageCrs,
        Link.with(links, more));
  }
}
