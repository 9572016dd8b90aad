package org.citygis.storage;

import org.geotools.api.filter.PropertyIsLike;

/**
 * Rewrites a filter's pattern, which chooses its own wildcards, to SQL's % and _ with {@code !} as
 * escape.
 */
final class LikePattern {
  private LikePattern() {}

  static String of(PropertyIsLike like) {
    String literal = like.getLiteral();
    StringBuilder sql = new StringBuilder(literal.length() + 8);
    for (int i = 0; i < literal.length(); i++) {
      String rest = literal.substring(i);
      if (begins(rest, like.getEscape()) && i + 1 < literal.length()) {
        i++;
        plain(sql, literal.charAt(i));
      } else if (begins(rest, like.getWildCard())) {
        sql.append('%');
      } else if (begins(rest, like.getSingleChar())) {
        sql.append('_');
      } else {
        plain(sql, literal.charAt(i));
      }
    }
    return sql.toString();
  }

  private static boolean begins(String text, String sign) {
    return sign != null && !sign.isEmpty() && text.startsWith(sign);
  }

  private static void plain(StringBuilder sql, char c) {
    if (c == '%' || c == '_' || c == '!') {
      sql.append('!');
    }
    sql.append(c);
  }
}
