package org.citygis.style;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citygis.text.Text;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;

/** Reads a Styled Layer Descriptor 1.0 or 1.1 (Symbology Encoding) file. */
final class SldReader {
  private static final Set<String> SYMBOLIZERS =
      Set.of("PointSymbolizer", "LineSymbolizer", "PolygonSymbolizer", "TextSymbolizer");

  private static final int MAX_RULES = 2_000;

  private final List<Rule> rules = new ArrayList<>();
  private final List<Style.Unsupported> unsupported = new ArrayList<>();

  private SldReader() {}

  /**
   * Reads a style.
   *
   * @param id the id of the style
   * @param file the name to call the file in errors
   * @param icons the pictures that it may name
   * @throws InvalidStyle when the file is not a style
   */
  static Style read(String id, String file, Icons icons, Reader input) {
    return new SldReader().style(id, XmlSource.read(new Element.Source(file, icons), input));
  }

  private Style style(String id, Element document) {
    Element descriptor = document.get("StyledLayerDescriptor");
    Element layer = descriptor.find("NamedLayer", "UserLayer");
    if (layer == null) {
      throw descriptor.wrong(
          "<StyledLayerDescriptor> 中没有 <NamedLayer>",
          "<StyledLayerDescriptor> holds no <NamedLayer>");
    }
    Element style = layer.get("UserStyle");
    ignore(descriptor, "Name", "Title", "Abstract", "Description");
    ignore(layer, "Name", "Description");
    ignore(style, "Name", "Abstract", "IsDefault");
    limit(style);
    Text title = title(style);
    int pass = 0;
    for (Element features : style.all("FeatureTypeStyle")) {
      ignore(
          features,
          "Name",
          "Title",
          "Abstract",
          "Description",
          "FeatureTypeName",
          "SemanticTypeIdentifier");
      for (Element rule : features.all("Rule")) {
        rule(rule, pass);
      }
      pass++;
    }
    document.reportUnused("", unsupported::add);
    return new Style(id, title == null ? Text.same(id) : title, rules, unsupported);
  }

  private static void limit(Element style) {
    List<Element> rules =
        style.elements().stream()
            .flatMap(pass -> pass.elements().stream())
            .filter(element -> element.name().equals("Rule"))
            .toList();
    if (rules.size() > MAX_RULES) {
      throw rules
          .get(MAX_RULES)
          .wrong(
              "共 %d 条规则，超过了一个样式最多的 %d 条",
              "%d rules are more than the %d that a style may have", rules.size(), MAX_RULES);
    }
  }

  private void rule(Element element, int pass) {
    String fallbackId = "r" + (rules.size() + 1);
    Element name = element.find("Name");
    Text title = title(element);
    ignore(element, "Abstract");
    double minScale = scale(element, "MinScaleDenominator", 0);
    double maxScale = scale(element, "MaxScaleDenominator", Double.POSITIVE_INFINITY);
    if (minScale >= maxScale) {
      throw element.wrong(
          "规则的 MinScaleDenominator 不小于 MaxScaleDenominator",
          "the rule's MinScaleDenominator is not below its MaxScaleDenominator");
    }
    boolean otherwise = element.find("ElseFilter") != null;
    Filter filter;
    try {
      Element condition = element.find("Filter");
      filter = condition == null ? null : FilterReader.filter(condition);
    } catch (NotSupported e) {
      // Without its condition the rule would draw what it should not.
      unsupported.add(e.part());
      element.elements().forEach(Element::discard);
      return;
    }
    List<Symbolizer> symbolizers = new ArrayList<>();
    for (Element child : element.elements()) {
      if (SYMBOLIZERS.contains(child.name())) {
        symbolizer(child.use(), symbolizers);
      }
    }
    rules.add(
        new Rule(
            name == null || name.text().isEmpty() ? fallbackId : name.text(),
            title,
            pass,
            minScale,
            maxScale,
            filter,
            otherwise,
            symbolizers));
  }

  private void symbolizer(Element element, List<Symbolizer> symbolizers) {
    try {
      symbolizers.add(SymbolizerReader.read(element));
    } catch (NotSupported e) {
      unsupported.add(e.part());
      element.elements().forEach(Element::discard);
    }
  }

  private static double scale(Element rule, String name, double otherwise) {
    Element scale = rule.find(name);
    return scale == null ? otherwise : Values.number(scale, scale.text(), 0, Double.MAX_VALUE);
  }

  /**
   * {@code 中文 | English}, or the Chinese title with a {@code <Localized lang="en">} in it; null
   * when there is none.
   */
  private static @Nullable Text title(Element element) {
    Element title = element.find("Title");
    Element description = element.find("Description");
    if (description != null) {
      ignore(description, "Abstract");
      title = title == null ? description.find("Title") : title;
    }
    if (title == null || title.text().isEmpty()) {
      return null;
    }
    String chinese = title.text();
    for (Element localized : title.all("Localized")) {
      if (localized.attribute("lang", "").startsWith("en")) {
        return Text.of(chinese, localized.text());
      }
    }
    int bar = chinese.indexOf('|');
    return bar < 0
        ? Text.same(chinese)
        : Text.of(chinese.substring(0, bar).strip(), chinese.substring(bar + 1).strip());
  }

  private static void ignore(Element element, String... names) {
    for (String name : names) {
      element.all(name).forEach(Element::discard);
    }
  }
}
