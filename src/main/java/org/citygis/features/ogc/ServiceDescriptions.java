package org.citygis.features.ogc;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriTemplate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The declared descriptions of the services under {@code /api}: {@code services/*.yaml} on the
 * class path, one file for each group of services and {@code shared.yaml} for what they have in
 * common. A test holds them to the mappings of the controllers.
 */
@Component
class ServiceDescriptions {
  private static final String SHARED = "shared.yaml";

  private final Map<String, Object> parameters;
  private final Map<String, Object> groups;
  private final Map<String, Object> paths;
  private final Map<String, Text> tags = new LinkedHashMap<>();
  private final List<ServiceOperation> operations = new ArrayList<>();

  ServiceDescriptions() throws IOException {
    Resource[] files =
        new PathMatchingResourcePatternResolver().getResources("classpath:services/*.yaml");
    Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
    Map<String, Object> shared = Map.of();
    for (Resource file : files) {
      if (SHARED.equals(file.getFilename())) {
        shared = read(file);
      }
    }
    this.parameters = map(shared.get("parameters"));
    this.groups = map(shared.get("groups"));
    this.paths = map(shared.get("paths"));
    for (Resource file : files) {
      if (!SHARED.equals(file.getFilename())) {
        group(read(file));
      }
    }
  }

  /** Every described service, group by group. */
  List<ServiceOperation> operations() {
    return List.copyOf(operations);
  }

  /** What the groups are called, by their tags. */
  Map<String, Text> tags() {
    return tags;
  }

  @Nullable ServiceOperation find(String method, String path) {
    return operations.stream()
        .filter(each -> each.method().equals(method) && each.path().equals(path))
        .findFirst()
        .orElse(null);
  }

  private static Map<String, Object> read(Resource file) throws IOException {
    try (Reader reader =
        new java.io.InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
    }
  }

  private void group(Map<String, Object> file) {
    Map<String, Object> tag = map(file.get("tag"));
    String id = String.valueOf(tag.get("id"));
    tags.put(id, text(tag));
    for (Object each : list(file.get("operations"))) {
      operations.add(operation(id, map(each)));
    }
  }

  private ServiceOperation operation(String tag, Map<String, Object> declared) {
    String[] route = String.valueOf(declared.get("route")).split(" ");
    List<ServiceParameter> all = new ArrayList<>();
    for (String name : new UriTemplate(route[1]).getVariableNames()) {
      all.add(ServiceParameter.of(name, map(paths.get(name))).inPath());
    }
    list(declared.get("parameters")).forEach(each -> add(each, all));
    if (route[0].equals("GET")) {
      add("lang", all);
    }
    Map<Integer, List<String>> answers = new LinkedHashMap<>();
    map(declared.get("answers"))
        .forEach(
            (status, types) ->
                answers.put(
                    Integer.valueOf(status), list(types).stream().map(String::valueOf).toList()));
    return new ServiceOperation(
        route[0],
        route[1],
        String.valueOf(declared.get("id")),
        tag,
        text(declared),
        Boolean.TRUE.equals(declared.get("checked")),
        Boolean.TRUE.equals(declared.get("signedIn")),
        List.copyOf(all),
        declared.containsKey("body") ? map(declared.get("body")) : null,
        answers,
        list(declared.get("errors")).stream().map(Integer.class::cast).toList());
  }

  /**
   * @param each the name of a shared parameter or of a group of them, or a parameter, perhaps one
   *     that is like a shared one
   */
  private void add(Object each, List<ServiceParameter> all) {
    if (each instanceof String name) {
      if (groups.containsKey(name)) {
        list(groups.get(name)).forEach(member -> add(member, all));
      } else {
        all.add(ServiceParameter.of(name, map(parameters.get(name))));
      }
      return;
    }
    Map<String, Object> declared = new LinkedHashMap<>();
    String like = (String) map(each).get("use");
    if (like != null) {
      declared.putAll(map(parameters.get(like)));
    }
    declared.putAll(map(each));
    all.add(ServiceParameter.of(like == null ? "" : like, declared));
  }

  private static Text text(Map<String, Object> declared) {
    return Text.of(String.valueOf(declared.get("zh")), String.valueOf(declared.get("en")));
  }

  private static Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(value, "a description lacks a member"))
        .forEach((key, member) -> map.put(String.valueOf(key), member));
    return map;
  }

  private static List<Object> list(@Nullable Object value) {
    return value == null ? List.of() : new ArrayList<>((List<?>) value);
  }
}
