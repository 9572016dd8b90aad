package org.citygis.cql2;

/**
 * A word of CQL2 text.
 *
 * @param text a name or number as written, a string or quoted name without its quotes, a sign
 * @param start index of its first character
 * @param end index after its last
 */
record Token(Kind kind, String text, int start, int end) {
  enum Kind {
    NAME,
    QUOTED_NAME,
    STRING,
    NUMBER,
    SIGN,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isWord(String keyword) {
    return kind == Kind.NAME && text.equalsIgnoreCase(keyword);
  }

  String shown() {
    return switch (kind) {
      case END -> "…";
      case STRING -> "'" + text + "'";
      case QUOTED_NAME -> '"' + text + '"';
      case NAME, NUMBER, SIGN -> text;
    };
  }
}
