package org.citygis.maps.wms;

import org.citygis.text.Text;

/** What the services say of themselves. */
final class ServiceTexts {
  static final Text TITLE = Text.of("CityGIS 城市地图服务", "CityGIS city map service");
  static final Text ABSTRACT =
      Text.of(
          "全市各部门共享的图层；能看到哪些图层取决于登录的用户。",
          "The layers that the city's departments share; which of them are listed depends on who is signed in.");
  static final Text LAYERS = Text.of("全市图层", "Layers of the city");
  static final String[] IMAGES = {"image/png", "image/png; mode=8bit", "image/jpeg"};
  static final String[] INFOS = {"application/json", "text/html", "text/plain"};

  private ServiceTexts() {}
}
