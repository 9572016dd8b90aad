<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld">
  <NamedLayer>
    <Name>default-line</Name>
    <UserStyle>
      <Title>线 | Lines</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>要素 | Feature</Title>
          <LineSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#1f6f78</CssParameter>
              <CssParameter name="stroke-width">1.6</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
              <CssParameter name="stroke-linecap">round</CssParameter>
            </Stroke>
          </LineSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
