package org.citygis.text;

/** The same words in Chinese and in English. */
public record Text(String zh, String en) {

  public static Text of(String zh, String en) {
    return new Text(zh, en);
  }

  /** A word that is the same in both languages: a proper name, a code. */
  public static Text same(String word) {
    return new Text(word, word);
  }

  public String in(Lang lang) {
    return switch (lang) {
      case ZH -> zh;
      case EN -> en;
    };
  }
}
