package org.citygis.export.shapefile;

import java.nio.charset.Charset;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/**
 * How a shapefile is wanted.
 *
 * @param charset UTF-8 or GBK
 * @param aliases whether fields are named as people name them, in the language of the request
 * @param most bytes that a .shp or a .dbf may have
 */
public record ShapefileOptions(Charset charset, boolean aliases, long most) {

  Problem.TooLarge tooLarge(String file, long bytes) {
    return new Problem.TooLarge(
        Text.of(
            ("%s 约有 %d MB，超过 Shapefile 单个文件 %d MB 的上限。请改用 GeoPackage（f=geopackage）或"
                    + " FlatGeobuf（f=flatgeobuf），或用 bbox、字段条件缩小范围。")
                .formatted(file, bytes >> 20, most >> 20),
            ("%s would have about %d MB, more than the %d MB that a file of a shapefile may have."
                    + " Take GeoPackage (f=geopackage) or FlatGeobuf (f=flatgeobuf), or narrow the"
                    + " export by bbox or field conditions.")
                .formatted(file, bytes >> 20, most >> 20)));
  }
}
