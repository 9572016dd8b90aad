package org.citygis.style.ogc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/** The text of a style that somebody sent, in whichever encoding its XML declaration names. */
final class StyleText {
  private static final Pattern DECLARATION =
      Pattern.compile("^(\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"'])([\\w.-]{1,40})([\"'])");

  private StyleText() {}

  /**
   * The text, declared as UTF-8.
   *
   * @throws Problem.Invalid when the bytes are none of that encoding
   */
  static String of(byte[] body) {
    Charset charset = charset(body);
    String text;
    try {
      text = charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw wrong(charset.name());
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    return DECLARATION.matcher(text).replaceFirst("$1UTF-8$3");
  }

  private static Charset charset(byte[] body) {
    if (body.length > 1 && ((body[0] & 0xFF) == 0xFE || (body[0] & 0xFF) == 0xFF)) {
      return StandardCharsets.UTF_16;
    }
    String head = new String(body, 0, Math.min(body.length, 200), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARATION.matcher(head);
    if (!declared.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(declared.group(2));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw wrong(declared.group(2));
    }
  }

  private static Problem wrong(String charset) {
    return Problem.Invalid.parameter(
        "encoding",
        charset,
        Text.of(
            "样式文本实际使用的字符编码，如 UTF-8", "the encoding that the style is really in, such as UTF-8"));
  }
}
