package org.citygis.features.site;

import org.citygis.geo.Crs;
import org.citygis.geo.Geodesic;
import org.citygis.geo.LonLat;
import org.citygis.geo.Reprojection;
import org.citygis.geo.SurveySystem;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * The place or area that is asked about.
 *
 * @param lonLat a point or a valid polygon in longitude and latitude
 * @param ground the same in the system in which it is reckoned, where sides that are straight in
 *     the given system follow their curve
 * @param survey the Gauss-Krueger zone in which the site's centre lies
 */
record Site(Geometry lonLat, Geometry ground, Crs survey) {
  /** Degrees, about a kilometre: a straight side stays within centimetres of its true curve. */
  private static final double LONGEST_DEGREES = 0.01;

  private static final double LONGEST_METRES = 1_000;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  static Site at(LonLat place) {
    Crs survey = SurveySystem.at(place.lon());
    Geometry point = SHAPES.createPoint(new Coordinate(place.lon(), place.lat()));
    return new Site(point, Reprojection.between(Crs.CRS84, survey).apply(point), survey);
  }

  /**
   * @param polygon valid, x easting or longitude
   */
  static Site of(Geometry polygon, Crs crs) {
    Geometry lonLat = Reprojection.between(crs, Crs.CRS84).apply(polygon);
    Crs survey = SurveySystem.at(lonLat.getCentroid().getX());
    Geometry fine =
        crs.equals(survey)
            ? polygon
            : Densifier.densify(polygon, crs.isGeographic() ? LONGEST_DEGREES : LONGEST_METRES);
    return new Site(lonLat, Reprojection.between(crs, survey).apply(fine), survey);
  }

  boolean isArea() {
    return ground.getDimension() == 2;
  }

  double areaSquareMetres() {
    return ground.getArea();
  }

  /** The place itself; of an area its centre, or a place inside where the centre is not. */
  LonLat centre() {
    Point centre = lonLat.getCentroid();
    Point at = lonLat.covers(centre) ? centre : lonLat.getInteriorPoint();
    return new LonLat(at.getX(), at.getY());
  }

  LonLat lonLatOf(Coordinate inSurvey) {
    Coordinate at = Reprojection.between(survey, Crs.CRS84).apply(inSurvey.x, inSurvey.y);
    return new LonLat(at.x, at.y);
  }

  /** The zone in which the site's westernmost place lies, and the one of its easternmost. */
  boolean isInOneZone() {
    Envelope box = lonLat.getEnvelopeInternal();
    return SurveySystem.at(box.getMinX()).equals(SurveySystem.at(box.getMaxX()));
  }

  /**
   * On the ellipsoid, to compare: a zone's own area differs from it by up to 0.05 % at its edge.
   */
  double geodesicSquareMetres() {
    return Geodesic.areaSquareMetres(lonLat);
  }
}
