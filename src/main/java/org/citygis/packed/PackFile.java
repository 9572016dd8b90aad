package org.citygis.packed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file of a pack: a head of 64 bytes, the levels, the foot. The head has the version of the
 * format, where the foot is, and the checksum of all that follows; it is written last, and the file
 * gets its name after it is safe on the disk. Whatever is not whole is not opened.
 */
final class PackFile {
  /** "CityPack" in ASCII. */
  private static final long MAGIC = 0x436974795061636bL;

  /** Grows with every change of the format; files of another version are made anew. */
  private static final int FORMAT = 2;

  static final int HEAD = 64;
  private static final int CHECKED = 36;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Where a head says the foot is. */
  private record Head(long foot, int footLength, long checksum) {}

  private PackFile() {}

  /** Writes into a new file, then names it. */
  static final class Writer implements AutoCloseable {
    private final Path unfinished;
    private final FileChannel channel;
    private final CRC32C checksum = new CRC32C();
    private final OutputStream out;
    private long position = HEAD;

    Writer(Path unfinished) throws IOException {
      this.unfinished = unfinished;
      channel =
          FileChannel.open(
              unfinished,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
      channel.position(HEAD);
      out = new CheckedOutputStream(Channels.newOutputStream(channel), checksum);
    }

    long position() {
      return position;
    }

    void append(Path part) throws IOException {
      position += Files.copy(part, out);
    }

    void append(ByteSink bytes) throws IOException {
      bytes.writeTo(out);
      position += bytes.size();
    }

    void finish(PackState state, Path name) throws IOException {
      byte[] foot = JSON.writeValueAsBytes(state);
      out.write(foot);
      ByteBuffer head = ByteBuffer.allocate(HEAD);
      head.putLong(MAGIC).putInt(FORMAT).putLong(position).putInt(foot.length);
      head.putLong(checksum.getValue());
      head.position(CHECKED);
      head.putInt(checksum(head));
      head.position(0).limit(HEAD);
      channel.write(head, 0);
      channel.force(true);
      channel.close();
      Files.move(unfinished, name, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(unfinished);
    }
  }

  /**
   * Opens a file after it has proved to be whole.
   *
   * @throws IOException when it is torn, of another format or not such a file
   */
  static Pack open(Path path) throws IOException {
    MappedFile file = new MappedFile(path);
    Head head = head(file, path);
    checkBody(file, head, path);
    byte[] foot = new byte[head.footLength];
    file.read(head.foot, foot, foot.length);
    try {
      return new Pack(path, file, JSON.readValue(foot, PackState.class));
    } catch (JacksonException e) {
      throw new IOException(path + ": the foot cannot be read", e);
    }
  }

  private static Head head(MappedFile file, Path path) throws IOException {
    if (file.size() < HEAD) {
      throw new IOException(path + " is no pack, it has " + file.size() + " bytes");
    }
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    file.read(0, head.array(), HEAD);
    long magic = head.getLong();
    int format = head.getInt();
    Head read = new Head(head.getLong(), head.getInt(), head.getLong());
    if (magic != MAGIC || format != FORMAT || head.getInt(CHECKED) != checksum(head)) {
      throw new IOException(path + " is no pack of format " + FORMAT);
    }
    if (read.foot + read.footLength != file.size()) {
      throw new IOException(path + " has another length than it says");
    }
    return read;
  }

  private static void checkBody(MappedFile file, Head head, Path path) throws IOException {
    CRC32C checksum = new CRC32C();
    byte[] bytes = new byte[1 << 16];
    for (long at = HEAD; at < file.size(); at += bytes.length) {
      int length = (int) Math.min(bytes.length, file.size() - at);
      file.read(at, bytes, length);
      checksum.update(bytes, 0, length);
    }
    if (checksum.getValue() != head.checksum) {
      throw new IOException(path + " is damaged");
    }
  }

  private static int checksum(ByteBuffer head) {
    CRC32C checksum = new CRC32C();
    checksum.update(head.array(), 0, CHECKED);
    return (int) checksum.getValue();
  }
}
