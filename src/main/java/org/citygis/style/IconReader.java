package org.citygis.style;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@code ExternalGraphic}: SVG within the style, or a file of the folder of icons by its
 * bare name. What points at the network or elsewhere in the file system is refused.
 */
final class IconReader {
  private static final Pattern DATA =
      Pattern.compile("data:image/svg\\+xml(?:;charset=[\\w-]+)?(;base64)?,(.*)", Pattern.DOTALL);

  private IconReader() {}

  static Icon read(Element external) {
    Element format = external.find("Format");
    Element inline = external.find("InlineContent");
    Element resource = inline == null ? external.get("OnlineResource") : null;
    String href = resource == null ? "" : resource.attribute("href", "");
    if (resource != null && !href.startsWith("data:") && !Icons.NAME.matcher(href).matches()) {
      throw resource.wrong(
          "“%s”指向样式之外；图标应写 icons 目录中的文件名（如 hospital.svg），或直接写在样式中",
          "'%s' points out of the styles; an icon is named as in the folder icons, such as hospital.svg, or is in the style itself",
          href);
    }
    if (format != null && !format.text().startsWith("image/svg")) {
      throw format.notSupported("ExternalGraphic " + format.text());
    }
    return resource == null ? inline(external.get("InlineContent")) : named(resource, href);
  }

  private static Icon inline(Element inline) {
    if (inline.attribute("encoding", "xml").equals("base64")) {
      return parsed(inline, "inline", base64(inline, inline.text()));
    }
    Element svg = inline.find("svg");
    if (svg == null) {
      return parsed(inline, "inline", inline.text());
    }
    svg.discard();
    return SvgReader.read(svg);
  }

  private static Icon named(Element resource, String href) {
    if (href.startsWith("data:")) {
      Matcher data = DATA.matcher(href);
      if (!data.matches()) {
        throw resource.notSupported("ExternalGraphic " + href.replaceFirst("[;,].*", ""));
      }
      String content = data.group(2);
      return parsed(
          resource,
          "data:",
          data.group(1) == null
              ? URLDecoder.decode(content.replace("+", "%2B"), StandardCharsets.UTF_8)
              : base64(resource, content));
    }
    String svg = file(resource, href);
    if (svg == null) {
      throw resource.wrong("没有图标“%s”", "there is no icon '%s'", href);
    }
    return parsed(resource, href, svg);
  }

  private static @Nullable String file(Element resource, String name) {
    try {
      return resource.icons().find(name).orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the icon " + name, e);
    }
  }

  private static Icon parsed(Element from, String name, String svg) {
    try {
      Element document =
          XmlSource.read(new Element.Source(name, Icons.NONE), new StringReader(svg));
      return SvgReader.read(document.get("svg"));
    } catch (InvalidStyle e) {
      throw from.wrong(
          "图标不是可用的 SVG：%s", "the icon cannot be used: %s", String.valueOf(e.getMessage()));
    } catch (NotSupported e) {
      throw from.notSupported(e.part().what());
    }
  }

  private static String base64(Element from, String text) {
    try {
      return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw from.wrong(
          "图标不是 base64：%s", "the icon is not base64: %s", String.valueOf(e.getMessage()));
    }
  }
}
