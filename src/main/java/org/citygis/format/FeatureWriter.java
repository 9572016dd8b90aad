package org.citygis.format;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.citygis.text.Text;

/** Writes the rows of an export as a file, one by one, holding none. */
public interface FeatureWriter extends AutoCloseable {

  void add(FileRow row) throws SQLException, IOException;

  /**
   * Ends the file and sends what is still to be sent.
   *
   * @return what its reader should know: what the format could not take as it was
   */
  List<Text> finish() throws IOException;

  /** Lets go of whatever is held, also when the file was not finished. */
  @Override
  void close() throws IOException;
}
