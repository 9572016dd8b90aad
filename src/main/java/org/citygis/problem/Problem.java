package org.citygis.problem;

import java.util.List;
import java.util.Set;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something that the caller is told: what is wrong, with which parameter and value, and what would
 * be right. Answered as RFC 9457 problem+json; the detail is written in the language of the
 * request.
 */
public abstract sealed class Problem extends RuntimeException {
  private final Text detail;
  private @Nullable String parameter;
  private @Nullable String value;
  private @Nullable Text expected;
  private @Nullable Integer position;

  private Problem(Text detail) {
    super(detail.en());
    this.detail = detail;
  }

  /**
   * One of several things that are wrong with a body.
   *
   * @param pointer where, as a JSON pointer in the form of a URI fragment: {@code
   *     #/properties/kind}
   */
  public record Fault(String pointer, Text detail) {}

  /** The thing asked for is not there, or the caller may not know that it is. */
  public static final class NotFound extends Problem {
    public NotFound(Text detail) {
      super(detail);
    }
  }

  /** A value of the request is wrong. */
  public static final class Invalid extends Problem {
    private final List<Fault> faults;

    public Invalid(Text detail) {
      this(detail, List.of());
    }

    /**
     * @param faults everything that is wrong with a body, where one answer tells of all
     */
    public Invalid(Text detail, List<Fault> faults) {
      super(detail);
      this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
      return faults;
    }

    public static Invalid parameter(String parameter, String value, Text expected) {
      Invalid problem =
          new Invalid(
              Text.of(
                  ended(
                      "参数 %s 的值“%s”不正确，应为%s".formatted(parameter, shown(value), expected.zh()),
                      '？',
                      '。'),
                  ended(
                      "The value '%s' of %s is wrong; expected %s"
                          .formatted(shown(value), parameter, expected.en()),
                      '?',
                      '.')));
      problem.about(parameter, shown(value), expected);
      return problem;
    }
  }

  /** The request does not fit the present state. */
  public static final class Conflict extends Problem {
    public Conflict(Text detail) {
      super(detail);
    }
  }

  /** The thing is not any more what the caller took it for. */
  public static final class Outdated extends Problem {
    public Outdated(Text detail) {
      super(detail);
    }
  }

  /** The caller has to say which state of the thing he wants to change. */
  public static final class Unconditional extends Problem {
    public Unconditional(Text detail) {
      super(detail);
    }
  }

  /** Nobody can do this to the thing, at least not in this way. */
  public static final class NotSupported extends Problem {
    private final Set<String> methods;

    /**
     * @param methods those of HTTP that the thing understands
     */
    public NotSupported(Text detail, Set<String> methods) {
      super(detail);
      this.methods = Set.copyOf(methods);
    }

    public Set<String> methods() {
      return methods;
    }
  }

  /** The caller is known, or anonymous, and may not do this. */
  public static final class Forbidden extends Problem {
    public Forbidden(Text detail) {
      super(detail);
    }
  }

  /** The request or its answer is over a limit. */
  public static final class TooLarge extends Problem {
    public TooLarge(Text detail) {
      super(detail);
    }
  }

  /** A part of the system is away or not ready; the same request may succeed later. */
  public static final class Unavailable extends Problem {
    public Unavailable(Text detail) {
      super(detail);
    }
  }

  /** Names the parameter, its value and what would be right. */
  public Problem about(String parameter, String value, Text expected) {
    this.parameter = parameter;
    this.value = value;
    this.expected = expected;
    return this;
  }

  /** Tells where in the parameter's value the fault stands: how many characters come before it. */
  public Problem at(int position) {
    this.position = position;
    return this;
  }

  public Text detail() {
    return detail;
  }

  public @Nullable Integer position() {
    return position;
  }

  public @Nullable String parameter() {
    return parameter;
  }

  public @Nullable String value() {
    return value;
  }

  public @Nullable Text expected() {
    return expected;
  }

  /** The sentence with its full stop, unless it ends in a question. */
  private static String ended(String sentence, char question, char stop) {
    return sentence.endsWith(String.valueOf(question)) ? sentence : sentence + stop;
  }

  private static String shown(String value) {
    return value.length() <= 100 ? value : value.substring(0, 100) + "…";
  }
}
