<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld"
    xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>zoning</Name>
    <UserStyle>
      <Name>zoning</Name>
      <Title>规划用地（GB 50137-2011） | Zoning (GB 50137-2011)</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>一类居住用地 | Class 1 residential</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>R1*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ffffbe</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>二类居住用地 | Class 2 residential</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>R2*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ffff00</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>三类居住用地 | Class 3 residential</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>R3*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#e6d200</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>行政办公用地 | Administration</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>A1*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#f557ff</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>文化设施用地 | Culture</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>A2*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ffbad9</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>中小学用地 | Primary and secondary schools</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>A33</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ffb800</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>高校与科研用地 | Universities and research</Title>
          <ogc:Filter>
            <ogc:Or>
              <ogc:PropertyIsEqualTo>
                <ogc:PropertyName>code</ogc:PropertyName>
                <ogc:Literal>A31</ogc:Literal>
              </ogc:PropertyIsEqualTo>
              <ogc:PropertyIsEqualTo>
                <ogc:PropertyName>code</ogc:PropertyName>
                <ogc:Literal>A32</ogc:Literal>
              </ogc:PropertyIsEqualTo>
              <ogc:PropertyIsEqualTo>
                <ogc:PropertyName>code</ogc:PropertyName>
                <ogc:Literal>A35</ogc:Literal>
              </ogc:PropertyIsEqualTo>
            </ogc:Or>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ffa64d</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>体育用地 | Sport</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>A4*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#1ec7b0</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>医疗卫生用地 | Health care</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>A5*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#cdbd0f</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>社会福利用地 | Social welfare</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>A6*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#cc7a8c</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>文物古迹用地 | Heritage sites</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>A7*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#a63a2b</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
          <PolygonSymbolizer>
            <Fill>
              <GraphicFill>
                <Graphic>
                  <Mark>
                    <WellKnownName>shape://times</WellKnownName>
                    <Stroke>
                      <CssParameter name="stroke">#7a2a1f</CssParameter>
                      <CssParameter name="stroke-width">0.6</CssParameter>
                    </Stroke>
                  </Mark>
                  <Size>9</Size>
                </Graphic>
              </GraphicFill>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>宗教用地 | Religion</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>A9*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#b5651d</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>商业用地 | Commerce</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>B1*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ff0000</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>商务用地 | Business offices</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>B2*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#e6005c</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>娱乐康体用地 | Entertainment and recreation</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>B3*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ff7f9f</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>公用设施营业网点用地 | Utility outlets</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>B4*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ff9999</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>一类工业用地 | Class 1 industry</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>M1*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ff9f7f</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>二类工业用地 | Class 2 industry</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>M2*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#b88a5c</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>三类工业用地 | Class 3 industry</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>M3*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#8c6239</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>物流仓储用地 | Logistics and storage</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>W*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#d447ff</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>城市轨道交通用地 | Urban rail</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>S2*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#8a8f98</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>交通枢纽用地 | Transport hubs</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>S3*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#7f7f7f</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>交通场站用地 | Depots and parking</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>S4*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#b3b3b3</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>供应设施用地 | Supply</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>U1*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#73b2ff</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>环境设施用地 | Environmental facilities</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>U2*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#4f86c6</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>安全设施用地 | Safety facilities</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>U3*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#3d6fb5</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>公园绿地 | Parks</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>G1*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#55ff00</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>防护绿地 | Protective green</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>G2*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#4cbf00</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>广场用地 | Squares</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>G3*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#c4ffd7</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>城乡居民点建设用地 | Settlements</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>H1*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#e8d8ac</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>区域交通设施用地 | Regional transport</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>H2*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#a8a8a8</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>特殊用地 | Special use</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>H4*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#7d8c5c</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
          <PolygonSymbolizer>
            <Fill>
              <GraphicFill>
                <Graphic>
                  <Mark>
                    <WellKnownName>shape://slash</WellKnownName>
                    <Stroke>
                      <CssParameter name="stroke">#5c6b3e</CssParameter>
                      <CssParameter name="stroke-width">0.7</CssParameter>
                    </Stroke>
                  </Mark>
                  <Size>8</Size>
                </Graphic>
              </GraphicFill>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>水域 | Water</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>E1*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#b1e5fd</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>农林用地 | Farmland and forest</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!">
              <ogc:PropertyName>code</ogc:PropertyName>
              <ogc:Literal>E2*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#b9e39f</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>其他用地 | Other land</Title>
          <ElseFilter/>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#e3ddd0</CssParameter>
              <CssParameter name="fill-opacity">0.62</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <!-- Outlines in a pass of their own, and only where blocks are wide enough: at a city's scale they would wash out the colours. -->
      <FeatureTypeStyle>
        <Rule>
          <MaxScaleDenominator>100000</MaxScaleDenominator>
          <LineSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#ffffff</CssParameter>
              <CssParameter name="stroke-width">0.8</CssParameter>
              <CssParameter name="stroke-opacity">0.9</CssParameter>
            </Stroke>
          </LineSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <FeatureTypeStyle>
        <!-- The code stands in every plot from parcel zoom on: colour is never the only sign. -->
        <Rule>
          <MinScaleDenominator>6000</MinScaleDenominator>
          <MaxScaleDenominator>25000</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>code</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">PingFang SC, Noto Sans CJK SC, Microsoft YaHei, sans-serif</CssParameter>
              <CssParameter name="font-size">11</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint><AnchorPointX>0.5</AnchorPointX><AnchorPointY>0.5</AnchorPointY></AnchorPoint>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>1.5</Radius>
              <Fill>
                <CssParameter name="fill">#ffffff</CssParameter>
                <CssParameter name="fill-opacity">0.75</CssParameter>
              </Fill>
            </Halo>
            <Fill><CssParameter name="fill">#40382e</CssParameter></Fill>
          </TextSymbolizer>
        </Rule>
        <Rule>
          <MaxScaleDenominator>6000</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>code</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">PingFang SC, Noto Sans CJK SC, Microsoft YaHei, sans-serif</CssParameter>
              <CssParameter name="font-size">14</CssParameter>
              <CssParameter name="font-weight">bold</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint><AnchorPointX>0.5</AnchorPointX><AnchorPointY>0</AnchorPointY></AnchorPoint>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>1.5</Radius>
              <Fill>
                <CssParameter name="fill">#ffffff</CssParameter>
                <CssParameter name="fill-opacity">0.75</CssParameter>
              </Fill>
            </Halo>
            <Fill><CssParameter name="fill">#40382e</CssParameter></Fill>
          </TextSymbolizer>
          <TextSymbolizer>
            <Label><ogc:PropertyName>block_no</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">PingFang SC, Noto Sans CJK SC, Microsoft YaHei, sans-serif</CssParameter>
              <CssParameter name="font-size">10</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint><AnchorPointX>0.5</AnchorPointX><AnchorPointY>1</AnchorPointY></AnchorPoint>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>1.2</Radius>
              <Fill>
                <CssParameter name="fill">#ffffff</CssParameter>
                <CssParameter name="fill-opacity">0.75</CssParameter>
              </Fill>
            </Halo>
            <Fill><CssParameter name="fill">#5b5347</CssParameter></Fill>
          </TextSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
