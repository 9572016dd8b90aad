package org.citygis.ingest.geojson;

import java.io.StringWriter;
import java.io.Writer;
import org.citygis.ingest.source.RecordLimit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** An object or array in a property, which becomes a text of JSON. */
final class NestedJson {
  private NestedJson() {}

  /** Reads what begins where the parser stands to its end; null where that is too long to keep. */
  static @Nullable String text(JsonParser parser) {
    Bounded text = new Bounded();
    try (JsonGenerator generator = JsonMapper.shared().createGenerator((Writer) text)) {
      generator.copyCurrentStructure(parser);
    }
    return text.tooLong ? null : text.toString();
  }

  /** Forgets what is too long, so that the parser may go on to its end. */
  private static final class Bounded extends StringWriter {
    private boolean tooLong;

    @Override
    public void write(int c) {
      if (hasRoom(1)) {
        super.write(c);
      }
    }

    @Override
    public void write(char[] text, int from, int length) {
      if (hasRoom(length)) {
        super.write(text, from, length);
      }
    }

    @Override
    public void write(String text, int from, int length) {
      if (hasRoom(length)) {
        super.write(text, from, length);
      }
    }

    @Override
    public void write(String text) {
      write(text, 0, text.length());
    }

    private boolean hasRoom(int length) {
      if (!tooLong && getBuffer().length() + (long) length > RecordLimit.CHARACTERS) {
        tooLong = true;
        getBuffer().setLength(0);
      }
      return !tooLong;
    }
  }
}
