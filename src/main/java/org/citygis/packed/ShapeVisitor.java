package org.citygis.packed;

/** Takes the shapes of a read one by one. */
@FunctionalInterface
public interface ShapeVisitor {
  /**
   * @param shape filled again for the next one; the visitor may change its coordinates in place
   */
  void visit(Shape shape);
}
