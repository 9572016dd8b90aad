package org.citygis.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.LayerDefinition;
import org.citygis.geo.Box;
import org.citygis.ingest.Examination;
import org.citygis.ingest.doctor.ImportReport;
import org.citygis.problem.Problem;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** Says what is wrong with files, where they lie; changes nothing and asks no server. */
@CommandLine.Command(name = "doctor", resourceBundle = "org.citygis.cli.words")
final class DoctorCommand implements Callable<Integer> {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int TELL_EVERY = 100_000;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @CommandLine.Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "import.files")
  private List<Path> files = new ArrayList<>();

  @CommandLine.Option(names = "--encoding", paramLabel = "NAME", descriptionKey = "encoding")
  private @Nullable String encoding;

  @CommandLine.Option(names = "--crs", paramLabel = "EPSG:n", descriptionKey = "crs")
  private @Nullable String crs;

  @CommandLine.Option(names = "--shift", paramLabel = "gcj02|bd09", descriptionKey = "shift")
  private @Nullable String shift;

  @CommandLine.Option(names = "--city", paramLabel = "W,S,E,N")
  private @Nullable String city;

  @CommandLine.Option(names = "--layer", paramLabel = "ID")
  private @Nullable String layer;

  @CommandLine.Option(names = "--layers", paramLabel = "FOLDER", defaultValue = "layers")
  private Path layers = Path.of("layers");

  @CommandLine.Option(names = "--json")
  private boolean json;

  @CommandLine.Option(names = "--html", paramLabel = "FILE")
  private @Nullable Path html;

  @CommandLine.Option(names = "--csv", paramLabel = "FILE")
  private @Nullable Path csv;

  @CommandLine.Option(names = "--geojson", paramLabel = "FILE")
  private @Nullable Path geojson;

  @CommandLine.Mixin private Language language = new Language();

  @Override
  public Integer call() throws IOException {
    Lang lang = language.get();
    Catalog catalog = layer == null ? null : Catalog.read(layers);
    LayerDefinition target = catalog == null ? null : target(catalog);
    Box box = city == null ? null : Parameters.bbox("--city", city);
    PrintWriter out = spec.commandLine().getOut();
    try (Examination examination =
        Examination.of(
            files,
            new Examination.Wanted(encoding, crs, shift, box),
            target,
            catalog,
            progress(lang))) {
      ImportReport report = examination.report();
      write(examination, lang);
      if (json) {
        out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report));
        return exitCode(report);
      }
      new ReportLines(out, lang).print(JSON.valueToTree(report));
      return exitCode(report);
    }
  }

  private LayerDefinition target(Catalog catalog) {
    return catalog
        .findDeclared(String.valueOf(layer))
        .orElseThrow(
            () ->
                Problem.Invalid.parameter(
                    "--layer",
                    String.valueOf(layer),
                    Text.of("在 %s 中声明的图层".formatted(layers), "a layer declared in " + layers)));
  }

  private LongConsumer progress(Lang lang) {
    PrintWriter err = spec.commandLine().getErr();
    return rows -> {
      if (rows % TELL_EVERY == 0) {
        err.println(Text.of("已读 %,d 行", "%,d rows read").in(lang).formatted(rows));
      }
    };
  }

  private void write(Examination examination, Lang lang) throws IOException {
    if (html != null) {
      examination.writePage(html, lang);
    }
    int layers = examination.report().datasets().size();
    for (int i = 0; i < layers; i++) {
      if (csv != null) {
        examination.writeCsv(i, numbered(csv, i, layers), lang);
      }
      if (geojson != null) {
        examination.writeGeoJson(i, numbered(geojson, i, layers), lang);
      }
    }
  }

  /** Each of several layers gets a file of its own: faults.csv, faults-1.csv … */
  static Path numbered(Path file, int index, int of) {
    if (of == 1 || index == 0) {
      return file;
    }
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return file.resolveSibling(
        dot <= 0 ? name + "-" + index : name.substring(0, dot) + "-" + index + name.substring(dot));
  }

  private static int exitCode(ImportReport report) {
    boolean refused =
        report.datasets().isEmpty()
            || report.datasets().stream().anyMatch(each -> !each.publishable());
    if (refused) {
      return ExitCode.REFUSED;
    }
    return report.hasFaults() ? ExitCode.WITH_FAULTS : ExitCode.DONE;
  }
}
