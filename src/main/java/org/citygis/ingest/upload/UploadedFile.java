package org.citygis.ingest.upload;

/**
 * A file that came in whole.
 *
 * @param name as it was sent, without any path; never used as a path
 * @param path of its content, relative to the folder it lies in
 */
public record UploadedFile(String name, String path, long size) {}
