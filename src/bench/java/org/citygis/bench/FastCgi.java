package org.citygis.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Asks a FastCGI program at its socket, as a web server does, without the web server. */
final class FastCgi {
  private static final int BEGIN = 1;
  private static final int END = 3;
  private static final int PARAMETERS = 4;
  private static final int INPUT = 5;
  private static final int OUTPUT = 6;

  private final UnixDomainSocketAddress address;

  FastCgi(Path socket) {
    address = UnixDomainSocketAddress.of(socket);
  }

  /** The body of the answer. */
  byte[] get(String query) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(address);
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      record(request, BEGIN, new byte[] {0, 1, 0, 0, 0, 0, 0, 0});
      record(
          request, PARAMETERS, parameters(Map.of("REQUEST_METHOD", "GET", "QUERY_STRING", query)));
      record(request, PARAMETERS, new byte[0]);
      record(request, INPUT, new byte[0]);
      OutputStream out = Channels.newOutputStream(channel);
      out.write(request.toByteArray());
      out.flush();
      return body(answer(new DataInputStream(Channels.newInputStream(channel))));
    }
  }

  private static byte[] answer(DataInputStream in) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    byte[] head = new byte[8];
    try {
      while (true) {
        in.readFully(head);
        int length = (head[4] & 255) << 8 | head[5] & 255;
        byte[] content = in.readNBytes(length);
        in.skipNBytes(head[6] & 255);
        if (head[1] == OUTPUT) {
          output.write(content);
        } else if (head[1] == END) {
          return output.toByteArray();
        }
      }
    } catch (EOFException closed) {
      return output.toByteArray();
    }
  }

  private static byte[] body(byte[] answer) {
    for (int i = 0; i + 3 < answer.length; i++) {
      if (answer[i] == '\r' && answer[i + 1] == '\n' && answer[i + 2] == '\r') {
        byte[] body = new byte[answer.length - i - 4];
        System.arraycopy(answer, i + 4, body, 0, body.length);
        return body;
      }
    }
    return answer;
  }

  private static byte[] parameters(Map<String, String> values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    values.forEach(
        (name, value) -> {
          byte[] text = value.getBytes(StandardCharsets.UTF_8);
          bytes.write(name.length());
          bytes.write(text.length >> 24 | 0x80);
          bytes.write(text.length >> 16);
          bytes.write(text.length >> 8);
          bytes.write(text.length);
          bytes.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
          bytes.writeBytes(text);
        });
    return bytes.toByteArray();
  }

  private static void record(ByteArrayOutputStream out, int type, byte[] content) {
    out.write(1);
    out.write(type);
    out.write(0);
    out.write(1);
    out.write(content.length >> 8);
    out.write(content.length);
    out.write(0);
    out.write(0);
    out.writeBytes(content);
  }
}
