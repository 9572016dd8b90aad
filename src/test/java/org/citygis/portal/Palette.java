package org.citygis.portal;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The few colours that serve a picture best, by median cut (Heckbert 1982), without dithering. */
final class Palette {
  private Palette() {}

  private record Colour(int rgb, long count) {
    int channel(int shift) {
      return rgb >> shift & 255;
    }
  }

  /** Colours close to each other. */
  private record Cell(List<Colour> colours) {
    long weight() {
      return colours.stream().mapToLong(Colour::count).sum();
    }

    int spread(int shift) {
      int least = colours.stream().mapToInt(c -> c.channel(shift)).min().orElse(0);
      return colours.stream().mapToInt(c -> c.channel(shift)).max().orElse(0) - least;
    }

    int widest() {
      return spread(8) >= Math.max(spread(16), spread(0)) ? 8 : spread(16) >= spread(0) ? 16 : 0;
    }

    /** Much-used cells of wide spread are divided first. */
    double need() {
      return colours.size() < 2 ? 0 : spread(widest()) * Math.sqrt(weight());
    }

    List<Cell> halves() {
      int shift = widest();
      List<Colour> ordered = new ArrayList<>(colours);
      ordered.sort(Comparator.comparingInt(c -> c.channel(shift)));
      long half = weight() / 2;
      long seen = 0;
      int cut = 0;
      while (cut < ordered.size() - 1 && (cut == 0 || seen < half)) {
        seen += ordered.get(cut++).count();
      }
      return List.of(
          new Cell(ordered.subList(0, cut)), new Cell(ordered.subList(cut, ordered.size())));
    }

    int mean(int shift) {
      return (int)
          Math.round(
              colours.stream().mapToDouble(c -> (double) c.channel(shift) * c.count()).sum()
                  / weight());
    }
  }

  /** The picture in at most {@code size} colours, 256 or fewer. */
  static BufferedImage reduce(BufferedImage full, int size) {
    Map<Integer, Long> counts = new HashMap<>();
    for (int y = 0; y < full.getHeight(); y++) {
      for (int x = 0; x < full.getWidth(); x++) {
        counts.merge(full.getRGB(x, y) & 0xffffff, 1L, Long::sum);
      }
    }
    List<Cell> cells = new ArrayList<>();
    cells.add(
        new Cell(
            counts.entrySet().stream().map(it -> new Colour(it.getKey(), it.getValue())).toList()));
    while (cells.size() < size) {
      Cell neediest = cells.stream().max(Comparator.comparingDouble(Cell::need)).orElseThrow();
      if (neediest.need() == 0) {
        break;
      }
      cells.remove(neediest);
      cells.addAll(neediest.halves());
    }
    return paint(full, cells);
  }

  private static BufferedImage paint(BufferedImage full, List<Cell> cells) {
    byte[][] channels = new byte[3][cells.size()];
    Map<Integer, Integer> indexes = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      channels[0][i] = (byte) cells.get(i).mean(16);
      channels[1][i] = (byte) cells.get(i).mean(8);
      channels[2][i] = (byte) cells.get(i).mean(0);
      for (Colour colour : cells.get(i).colours()) {
        indexes.put(colour.rgb(), i);
      }
    }
    BufferedImage few =
        new BufferedImage(
            full.getWidth(),
            full.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, cells.size(), channels[0], channels[1], channels[2]));
    for (int y = 0; y < full.getHeight(); y++) {
      for (int x = 0; x < full.getWidth(); x++) {
        few.getRaster().setSample(x, y, 0, indexes.get(full.getRGB(x, y) & 0xffffff));
      }
    }
    return few;
  }
}
