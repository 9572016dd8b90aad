package org.citygis.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.citygis.geo.Crs;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.Role;
import org.citygis.security.User;
import org.citygis.storage.Column;
import org.citygis.storage.ColumnType;
import org.citygis.storage.FeatureLoad;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** Versions and access, on both databases. */
@SpringBootTest(
    classes = LayersContract.Core.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class LayersContract {
  private static final User SURVEYOR = new User("s", "s", "s", "land", Set.of(Role.PUBLISHER));
  private static final User PLANNER = new User("p", "p", "p", "planning", Set.of(Role.VIEWER));

  @Configuration
  @EnableAutoConfiguration
  @ComponentScan(
      basePackages = {"org.citygis.storage", "org.citygis.catalog", "org.citygis.audit"},
      excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Contract.*"))
  @ConfigurationPropertiesScan("org.citygis.storage")
  static class Core {}

  @Autowired JdbcLayers layers;
  @Autowired FeatureStore store;

  private final String id = "l" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);

  private LayerDefinition definition(Visibility visibility) {
    return new LayerDefinition(
        id,
        Text.same("t"),
        Text.same("t"),
        "land",
        GeometryKind.POINT,
        null,
        "default-point",
        visibility,
        new LayerDefinition.ZoomRange(0, 24),
        null,
        null,
        50,
        false,
        null,
        List.of(),
        null,
        false,
        null,
        List.of(
            new Field("name", "name", Text.same("n"), ColumnType.TEXT, null, null, false),
            new Field("owner", "owner", Text.same("o"), ColumnType.TEXT, null, null, true)));
  }

  private Layer publish(int rows, Visibility visibility) {
    FeatureTable table =
        new FeatureTable(
            id,
            layers.reserveVersion(id),
            new GeometryColumn(GeometryColumn.Type.POINT, Crs.epsg(4547)),
            List.of(new Column("name", ColumnType.TEXT), new Column("owner", ColumnType.TEXT)));
    try (FeatureLoad load = store.load(table)) {
      for (int i = 1; i <= rows; i++) {
        load.add(
            i,
            new GeometryFactory().createPoint(new Coordinate(500_000 + i, 3_300_000)),
            List.of("n", "o"));
      }
      return layers.publish(definition(visibility), load, VersionNotes.of(SURVEYOR, "file.zip"));
    }
  }

  private long count() {
    OpenLayer layer = layers.open(SURVEYOR, id, Action.QUERY);
    return store.count(layer.table(), layer.query());
  }

  @Test
  void aLayerImportedTwiceKeepsItsFirstVersion() {
    String first = publish(3, Visibility.PUBLIC).etag();
    String second = publish(5, Visibility.PUBLIC).etag();
    assertThat(count()).isEqualTo(5);
    OpenLayer layer = layers.open(SURVEYOR, id, Action.PUBLISH);
    assertThat(layers.versions(layer)).extracting(LayerVersion::number).containsExactly(2, 1);
    String third = layers.pointTo(layer, 1).etag();
    assertThat(count()).isEqualTo(3);
    assertThat(Set.of(first, second, third)).hasSize(3);
  }

  @Test
  void anUnknownVersionIsRefusedAndNothingMoves() {
    publish(3, Visibility.PUBLIC);
    OpenLayer layer = layers.open(SURVEYOR, id, Action.PUBLISH);
    assertThatThrownBy(() -> layers.pointTo(layer, 9)).isInstanceOf(Problem.NotFound.class);
    assertThat(count()).isEqualTo(3);
  }

  @Test
  void theExtentIsKnownInBothSystems() {
    LayerVersion version = publish(3, Visibility.PUBLIC).currentVersion();
    assertThat(version.extent()).isNotNull();
    assertThat(version.extent().minX()).isEqualTo(500_001);
    assertThat(version.bbox()).isNotNull();
    // PROJ 9: echo 500001 3300000 | cs2cs EPSG:4547+axis... gives 114.0000104 E, 29.8188 N
    assertThat(version.bbox().minX())
        .isCloseTo(114.00001, org.assertj.core.api.Assertions.within(1e-5));
  }

  @Test
  void aRestartKnowsImportedLayers() {
    publish(2, Visibility.DEPARTMENT);
    layers.refresh();
    assertThat(layers.open(SURVEYOR, id, Action.VIEW).definition())
        .isEqualTo(definition(Visibility.DEPARTMENT));
  }

  @Test
  void whoMayNotSeeALayerIsToldThatThereIsNone() {
    publish(2, Visibility.DEPARTMENT);
    assertThatThrownBy(() -> layers.open(User.ANONYMOUS, id, Action.VIEW))
        .isInstanceOf(Problem.NotFound.class);
    assertThatThrownBy(() -> layers.open(PLANNER, id, Action.QUERY))
        .isInstanceOf(Problem.NotFound.class);
    assertThat(layers.list(PLANNER, Action.VIEW))
        .extracting(o -> o.layer().id())
        .doesNotContain(id);
    assertThat(layers.list(SURVEYOR, Action.VIEW)).extracting(o -> o.layer().id()).contains(id);
  }

  @Test
  void whoMaySeeALayerButNotPublishItIsForbidden() {
    publish(2, Visibility.STAFF);
    assertThatThrownBy(() -> layers.open(PLANNER, id, Action.PUBLISH))
        .isInstanceOf(Problem.Forbidden.class);
    assertThatThrownBy(() -> layers.open(User.ANONYMOUS, id, Action.VIEW))
        .isInstanceOf(Problem.NotFound.class);
  }

  @Test
  void hiddenFieldsStayBehind() {
    publish(2, Visibility.PUBLIC);
    OpenLayer layer = layers.open(User.ANONYMOUS, id, Action.QUERY);
    assertThat(layer.query().fields()).containsExactly("name");
    assertThat(layer.fields()).extracting(Field::name).containsExactly("name");
  }

  @Test
  void anEditChangesTheEtag() {
    String before = publish(2, Visibility.PUBLIC).etag();
    layers.touched(id);
    assertThat(layers.open(SURVEYOR, id, Action.VIEW).layer().etag()).isNotEqualTo(before);
    String known = layers.open(SURVEYOR, id, Action.VIEW).layer().etag();
    layers.refresh();
    assertThat(layers.open(SURVEYOR, id, Action.VIEW).layer().etag()).isEqualTo(known);
  }
}
