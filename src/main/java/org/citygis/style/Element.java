package org.citygis.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * An element of a style file. It remembers whether anybody looked at it: what nobody looked at is
 * not supported and is reported, so that no part of a style is dropped in silence.
 */
final class Element {

  /**
   * Where elements come from.
   *
   * @param file the name to call it in errors
   * @param icons the pictures that it may name
   */
  record Source(String file, Icons icons) {}

  private final Source source;
  private final int line;
  private final String name;
  private final Map<String, String> attributes;

  /** Text and elements as they follow one another. */
  private final List<Object> content = new ArrayList<>();

  private boolean used;

  /**
   * @param name without prefix
   */
  Element(Source source, int line, String name, Map<String, String> attributes) {
    this.source = source;
    this.line = line;
    this.name = name;
    this.attributes = attributes;
  }

  void add(Object textOrElement) {
    content.add(textOrElement);
  }

  String name() {
    return name;
  }

  int line() {
    return line;
  }

  Icons icons() {
    return source.icons();
  }

  /** Text and elements as they follow one another; all of them count as used. */
  List<Object> content() {
    elements().forEach(e -> e.used = true);
    return content;
  }

  /** The child elements; looking at the list does not count as using them. */
  List<Element> elements() {
    return content.stream().filter(Element.class::isInstance).map(Element.class::cast).toList();
  }

  /** The children of this name, used from now on. */
  List<Element> all(String childName) {
    List<Element> found = elements().stream().filter(e -> e.name.equals(childName)).toList();
    found.forEach(e -> e.used = true);
    return found;
  }

  /** The first child of one of these names, used from now on; null when there is none. */
  @Nullable Element find(String... names) {
    for (Element child : elements()) {
      for (String wanted : names) {
        if (child.name.equals(wanted)) {
          child.used = true;
          return child;
        }
      }
    }
    return null;
  }

  Element get(String childName) {
    Element child = find(childName);
    if (child == null) {
      throw wrong("<%s> 中缺少 <%s>", "<%s> needs a <%s>", name, childName);
    }
    return child;
  }

  Element use() {
    used = true;
    return this;
  }

  /** Counts as used with all that is in it. */
  void discard() {
    used = true;
    elements().forEach(Element::discard);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    content.stream().filter(String.class::isInstance).forEach(text::append);
    return text.toString().strip();
  }

  String attribute(String key, String otherwise) {
    return attributes.getOrDefault(key, otherwise);
  }

  /**
   * What is wrong with this element.
   *
   * @param arguments of both sentences, as of {@link String#format}
   */
  InvalidStyle wrong(String zh, String en, Object... arguments) {
    return new InvalidStyle(
        source.file(), line, Text.of(zh.formatted(arguments), en.formatted(arguments)));
  }

  NotSupported notSupported(String what) {
    return new NotSupported(new Style.Unsupported(line, what));
  }

  /** Reports what below this element has not been used. */
  void reportUnused(String path, Consumer<Style.Unsupported> report) {
    for (Element child : elements()) {
      String childPath = path + "/" + child.name;
      if (child.used) {
        child.reportUnused(childPath, report);
      } else {
        String option = child.attribute("name", "");
        report.accept(
            new Style.Unsupported(
                child.line, option.isEmpty() ? childPath : childPath + " " + option));
      }
    }
  }
}
