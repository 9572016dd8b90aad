package org.citygis.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citygis.geo.Crs;
import org.citygis.ingest.archive.Unpacked;
import org.citygis.ingest.doctor.ImportReport;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.upload.UploadedFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * What is kept on disk about an import, beside its files, so that it outlives the process.
 *
 * @param files as they were sent, for display
 * @param received what lies on the disk as it was sent; empty once it is unpacked
 * @param wanted how it is to be checked
 * @param unpacked null before
 * @param layers as they were last read; null before the first check has ended
 * @param refusal why nothing of it can be read, null where something can
 * @param job the last one that was about it
 */
record ImportRecord(
    String id,
    String owner,
    Instant created,
    List<ImportReport.SentFile> files,
    List<UploadedFile> received,
    CheckWanted wanted,
    @Nullable Contents unpacked,
    @Nullable List<Import.Layer> layers,
    @Nullable Finding refusal,
    @Nullable String job) {
  static final String NAME = "import.json";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(crs())
          // A field that an older version did not write.
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** The layers of the files; paths are relative to the workspace. */
  record Contents(List<Set> sets, List<Finding> findings) {
    record Set(String name, Map<String, String> parts, @Nullable String table) {}

    static Contents of(Unpacked unpacked) {
      return new Contents(
          unpacked.layers().stream()
              .map(
                  set ->
                      new Set(
                          set.name(),
                          set.parts().entrySet().stream()
                              .collect(
                                  Collectors.toMap(
                                      Map.Entry::getKey,
                                      part -> String.valueOf(part.getValue().getFileName()))),
                          set.table()))
              .toList(),
          unpacked.findings().list());
    }

    Unpacked in(Path folder) {
      Findings all = new Findings(Integer.MAX_VALUE);
      findings.forEach(all::add);
      return new Unpacked(
          sets.stream()
              .map(
                  set ->
                      new FileSet(
                          set.name,
                          set.parts.entrySet().stream()
                              .collect(
                                  Collectors.toMap(
                                      Map.Entry::getKey, part -> folder.resolve(part.getValue()))),
                          set.table))
              .toList(),
          all);
    }
  }

  byte[] toJson() {
    return JSON.writeValueAsBytes(this);
  }

  static ImportRecord of(byte[] json) {
    return JSON.readValue(json, ImportRecord.class);
  }

  /** Reference systems by their code; Jackson knows everything else, also encodings. */
  private static SimpleModule crs() {
    return new SimpleModule("reference systems")
        .addSerializer(
            Crs.class,
            new ValueSerializer<Crs>() {
              @Override
              public void serialize(Crs crs, JsonGenerator json, SerializationContext context) {
                json.writeString(crs.code());
              }
            })
        .addDeserializer(
            Crs.class,
            new ValueDeserializer<Crs>() {
              @Override
              public Crs deserialize(JsonParser json, DeserializationContext context) {
                return Crs.parse("crs", json.getString());
              }
            });
  }
}
