package org.citygis.catalog;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a YAML file that knows where it stands, so that each refusal names file, line and
 * key.
 */
final class Declaration {
  private final Path file;
  private final MappingNode node;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private Declaration(Path file, MappingNode node) {
    this.file = file;
    this.node = node;
    for (NodeTuple entry : node.getValue()) {
      String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (values.put(key, entry.getValueNode()) != null) {
        throw new DeclarationException(file, line(entry.getKeyNode()), key, "stands here twice");
      }
    }
  }

  static Declaration of(Path file, @Nullable Node root) {
    if (root instanceof MappingNode mapping) {
      return new Declaration(file, mapping);
    }
    throw new DeclarationException(
        file, root == null ? 1 : line(root), "(file)", "must be a mapping of keys to values");
  }

  Path file() {
    return file;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Refuses a key that nobody reads: most often a spelling mistake. */
  Declaration only(String... keys) {
    Set<String> known = Set.of(keys);
    values.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            String offered = Arrays.stream(keys).sorted().collect(Collectors.joining(", "));
            throw new DeclarationException(
                file, line(value), key, "is not a key here; known are " + offered);
          }
        });
    return this;
  }

  String text(String key) {
    return scalar(key, required(key));
  }

  @Nullable String optionalText(String key) {
    Node value = values.get(key);
    return value == null ? null : scalar(key, value);
  }

  String text(String key, Pattern pattern, String expected) {
    String value = text(key);
    if (!pattern.matcher(value).matches()) {
      throw wrong(key, value, expected);
    }
    return value;
  }

  int integer(String key, int otherwise, int least, int most) {
    String value = optionalText(key);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below, as a number out of range is
    }
    throw wrong(key, value, "an integer from %d to %d".formatted(least, most));
  }

  /** The same, but it must be there; the unit is named in a refusal. */
  int integer(String key, int least, int most, String unit) {
    String expected = "an integer from %d to %d, in %s".formatted(least, most, unit);
    if (!has(key)) {
      throw wrong(key, "", expected);
    }
    return integer(key, least, least, most);
  }

  boolean flag(String key) {
    String value = optionalText(key);
    return switch (value) {
      case null -> false;
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(key, value, "true or false");
    };
  }

  @Nullable LocalDate date(String key) {
    String value = optionalText(key);
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw wrong(key, String.valueOf(value), "a date such as 2026-01-31");
    }
  }

  /** One of an enum's constants, written in lower case. */
  <E extends Enum<E>> E oneOf(String key, Class<E> type) {
    String value = text(key);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    String offered =
        Arrays.stream(type.getEnumConstants())
            .map(c -> c.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw wrong(key, value, "one of " + offered);
  }

  /** A mapping with zh and en, both there. */
  Text bilingual(String key) {
    Declaration value = child(key).only("zh", "en");
    return Text.of(value.text("zh"), value.text("en"));
  }

  @Nullable Text optionalBilingual(String key) {
    return has(key) ? bilingual(key) : null;
  }

  Declaration child(String key) {
    Node value = required(key);
    if (value instanceof MappingNode mapping) {
      return new Declaration(file, mapping);
    }
    throw new DeclarationException(
        file, line(value), key, "must be a mapping such as {zh: …, en: …}");
  }

  /** A mapping, or a list of them; none where the key is not there. */
  List<Declaration> oneOrMore(String key) {
    Node value = values.get(key);
    return value == null
        ? List.of()
        : value instanceof SequenceNode ? children(key) : List.of(child(key));
  }

  List<Declaration> children(String key) {
    List<Declaration> children = new ArrayList<>();
    for (Node item : items(key)) {
      if (!(item instanceof MappingNode mapping)) {
        throw new DeclarationException(file, line(item), key, "must be a list of mappings");
      }
      children.add(new Declaration(file, mapping));
    }
    return children;
  }

  List<String> texts(String key) {
    return has(key) ? items(key).stream().map(item -> scalar(key, item)).toList() : List.of();
  }

  DeclarationException wrong(String key, String value, String expected) {
    Node at = values.getOrDefault(key, node);
    return new DeclarationException(
        file, line(at), key, "'%s' is wrong; expected %s".formatted(value, expected));
  }

  private List<Node> items(String key) {
    Node value = required(key);
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw new DeclarationException(file, line(value), key, "must be a list");
  }

  private Node required(String key) {
    Node value = values.get(key);
    if (value == null) {
      throw new DeclarationException(file, line(node), key, "is missing");
    }
    return value;
  }

  private String scalar(String key, Node value) {
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw new DeclarationException(
        file, line(value), key, "must be a single value that is not empty");
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
