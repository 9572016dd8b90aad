package org.citygis.ingest.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One file of an upload, which grows piece by piece. What counts is the number of confirmed bytes
 * in the manifest; what lies behind them on the disk is cut off before anything is added.
 */
final class UploadFile {
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final String name;
  private final long size;
  private final @Nullable String sha256;
  private final Runnable confirm;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile long received;
  private Digest digest = new Digest(sha256(), 0);

  /** Of the first bytes, as many as it says. */
  private record Digest(MessageDigest of, long bytes) {}

  /** The sender's channel broke; what was written before has its own fate. */
  private static final class SenderGone extends IOException {
    SenderGone(IOException cause) {
      super(cause);
    }
  }

  /**
   * @param confirm writes the manifest, in which {@link #entry} stands for this file
   */
  UploadFile(Path path, Manifest.Entry entry, Runnable confirm) {
    this.path = path;
    this.name = entry.name();
    this.size = entry.size();
    this.sha256 = entry.sha256();
    this.received = entry.received();
    this.confirm = confirm;
  }

  Path path() {
    return path;
  }

  String name() {
    return name;
  }

  long size() {
    return size;
  }

  long received() {
    return received;
  }

  boolean isComplete() {
    return received == size;
  }

  Manifest.Entry entry() {
    return new Manifest.Entry(name, size, sha256, received);
  }

  /** Keeps writers away; false while there is one. */
  boolean lock() {
    return writing.tryLock();
  }

  void unlock() {
    writing.unlock();
  }

  /** Makes the file where there is none, and looks whether an empty one is as it should be. */
  boolean begin() throws IOException {
    open().close();
    return size > 0 || isAsPromised(digest.of);
  }

  /**
   * Adds a piece.
   *
   * @param offset where it is to stand
   * @param length that the sender announced, -1 where he did not
   * @param checksum SHA-256 of the piece, null where the sender did not tell; a piece that breaks
   *     off is kept as far as it came only then
   * @param mostBytes that a piece may have
   * @throws IOException where the sender's channel or the disk breaks
   */
  Appended append(
      long offset, long length, InputStream piece, byte @Nullable [] checksum, long mostBytes)
      throws IOException {
    if (!lock()) {
      return new Appended.Busy(received);
    }
    try {
      if (offset != received) {
        return new Appended.WrongOffset(received);
      }
      long most = Math.min(mostBytes, size - received);
      return length > most ? new Appended.TooLong(received, most) : write(piece, checksum, most);
    } finally {
      unlock();
    }
  }

  private Appended write(InputStream piece, byte @Nullable [] checksum, long most)
      throws IOException {
    MessageDigest own = sha256();
    // Where the process was restarted in between, the whole is read once more at its end.
    MessageDigest whole = digest.bytes == received ? copy(digest.of) : null;
    long written = 0;
    try (FileChannel file = open()) {
      file.truncate(received);
      file.position(received);
      byte[] buffer = new byte[BUFFER];
      try {
        for (int read = next(piece, buffer); read >= 0; read = next(piece, buffer)) {
          if (written + read > most) {
            file.truncate(received);
            return new Appended.TooLong(received, most);
          }
          ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
          while (bytes.hasRemaining()) {
            file.write(bytes);
          }
          own.update(buffer, 0, read);
          if (whole != null) {
            whole.update(buffer, 0, read);
          }
          written += read;
        }
      } catch (SenderGone e) {
        if (checksum == null && received + written < size) {
          confirm(file, written, whole);
        }
        throw e;
      }
      if (checksum != null && !MessageDigest.isEqual(checksum, own.digest())) {
        file.truncate(received);
        return new Appended.Damaged(received);
      }
      if (received + written == size && !isAsPromised(whole)) {
        received = 0;
        digest = new Digest(sha256(), 0);
        confirm.run();
        return new Appended.WholeDamaged(0);
      }
      confirm(file, written, whole);
      return new Appended.Confirmed(received);
    }
  }

  private static int next(InputStream piece, byte[] buffer) throws SenderGone {
    try {
      return piece.read(buffer);
    } catch (IOException e) {
      throw new SenderGone(e);
    }
  }

  private void confirm(FileChannel file, long written, @Nullable MessageDigest whole)
      throws IOException {
    file.force(true);
    long before = received;
    received = before + written;
    try {
      confirm.run();
    } catch (UncheckedIOException e) {
      received = before;
      throw e;
    }
    if (whole != null) {
      digest = new Digest(whole, received);
    }
  }

  /**
   * @param whole the digest of all bytes, null where it is not known
   */
  private boolean isAsPromised(@Nullable MessageDigest whole) throws IOException {
    if (sha256 == null) {
      return true;
    }
    MessageDigest all = whole == null ? read() : copy(whole);
    return HexFormat.of().formatHex(all.digest()).equals(sha256);
  }

  private MessageDigest read() throws IOException {
    MessageDigest whole = sha256();
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      while (file.read(buffer) >= 0) {
        whole.update(buffer.flip());
        buffer.clear();
      }
    }
    return whole;
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MessageDigest copy(MessageDigest of) {
    try {
      return (MessageDigest) of.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }
}
