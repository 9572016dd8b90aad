package org.citygis.maps.print;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import org.citygis.maps.Legends;
import org.citygis.maps.draw.LegendImage;
import org.citygis.maps.draw.MapLayer;
import org.citygis.style.Legend;
import org.citygis.text.Text;

/** Draws a sheet: what stands around the map, and the map in its frame. */
final class SheetPainter {
  private static final Color RED = new Color(0xb0, 0x1c, 0x1c);
  private static final double SMALL = 9;

  private final Legends legends;
  private final Sheet sheet;

  SheetPainter(Legends legends, Sheet sheet) {
    this.legends = legends;
    this.sheet = sheet;
  }

  /**
   * @param graphics whose units are pixels of 0.28 mm
   * @param map draws the map with its corner at the origin
   */
  void draw(Graphics2D graphics, Consumer<Graphics2D> map) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fill(new Rectangle2D.Double(0, 0, sheet.width(), sheet.height()));
    Graphics2D inFrame = (Graphics2D) graphics.create();
    inFrame.translate(sheet.left(), sheet.top());
    inFrame.clip(new Rectangle2D.Double(0, 0, sheet.view().width(), sheet.view().height()));
    map.accept(inFrame);
    inFrame.dispose();
    Pencil pencil = new Pencil(graphics);
    if (sheet.grid()) {
      CoordinateGrid.draw(pencil, sheet);
    }
    pencil.frame(sheet.left(), sheet.top(), sheet.view().width(), sheet.view().height(), 1.2);
    head(pencil);
    foot(pencil);
    if (sheet.legend()) {
      legend(pencil);
    }
  }

  private void head(Pencil pencil) {
    double middle = (sheet.left() + sheet.right()) / 2;
    double baseline = sheet.top() - Sheet.px(5.5);
    pencil.text(
        sheet.words().of(sheet.title()),
        middle,
        baseline,
        24,
        true,
        0.5,
        sheet.view().width() * 0.8);
    Text mark = sheet.classification();
    if (mark != null) {
      pencil.text(
          sheet.words().of(mark),
          sheet.width() - Sheet.MARGIN,
          baseline,
          15,
          true,
          1,
          Sheet.px(50),
          0,
          RED);
    }
  }

  private void foot(Pencil pencil) {
    double top = sheet.bottom() + Sheet.px(9);
    ScaleBar.draw(pencil, sheet, sheet.left() + Sheet.px(3), top);
    double scaleLeft = sheet.left() + Sheet.px(76);
    pencil.text("1 : %,.0f".formatted(sheet.scale()), scaleLeft, top + 5, 14, true, 0, 200);
    double right = sheet.width() - Sheet.MARGIN;
    double room = right - scaleLeft - Sheet.px(32);
    String source = sheet.words().of(sheet.source());
    pencil.text(
        source.isBlank() ? "" : sheet.words().of(Text.of("来源：", "Source:")) + " " + source,
        right,
        top - 6,
        SMALL,
        false,
        1,
        room);
    pencil.text(
        sheet.words().of(Text.of("坐标系：", "Reference system:"))
            + " "
            + sheet.view().crs().name()
            + " ("
            + sheet.view().crs().code()
            + ")",
        right,
        top + 7,
        SMALL,
        false,
        1,
        room);
    pencil.text(
        sheet.words().of(Text.of("制图日期：", "Date:")) + " " + sheet.date(),
        right,
        top + 20,
        SMALL,
        false,
        1,
        room);
  }

  private void legend(Pencil pencil) {
    double left = sheet.right() + Sheet.px(4);
    double width = Sheet.LEGEND - Sheet.px(4);
    ScaleBar.north(pencil, left + width / 2, sheet.top() + Sheet.px(6));
    double y = sheet.top() + Sheet.px(26);
    pencil.text(sheet.words().of(Text.of("图例", "Legend")), left, y, 14, true, 0, width);
    y += Sheet.px(2);
    for (MapLayer layer : sheet.layers()) {
      Legend legend = legends.of(layer.layer(), layer.style(), (double) sheet.view().zoom());
      LegendImage image = new LegendImage(legend, sheet.words()::of, 24, 14);
      if (image.isEmpty()) {
        continue;
      }
      y += 16;
      String title = sheet.words().of(layer.layer().definition().title());
      pencil.text(title, left, y, 11, true, 0, width);
      y += 4;
      double scale = Math.min(0.8, width / image.width());
      if (y + image.height() * scale > sheet.bottom()) {
        pencil.text("…", left, y + 10, 12, true, 0, width);
        return;
      }
      AffineTransform before = pencil.graphics().getTransform();
      pencil.graphics().translate(left, y);
      pencil.graphics().scale(scale, scale);
      image.draw(pencil.graphics(), pencil.writer());
      pencil.graphics().setTransform(before);
      y += image.height() * scale;
    }
  }
}
