<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld">
  <NamedLayer>
    <Name>default-polygon</Name>
    <UserStyle>
      <Title>面 | Polygons</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>要素 | Feature</Title>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#1f6f78</CssParameter>
              <CssParameter name="fill-opacity">0.22</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#1f6f78</CssParameter>
              <CssParameter name="stroke-width">1</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
