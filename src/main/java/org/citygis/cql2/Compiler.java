package org.citygis.cql2;

import java.util.ArrayList;
import java.util.List;
import org.citygis.cql2.Condition.And;
import org.citygis.cql2.Condition.Between;
import org.citygis.cql2.Condition.Comparison;
import org.citygis.cql2.Condition.Constant;
import org.citygis.cql2.Condition.In;
import org.citygis.cql2.Condition.IsNull;
import org.citygis.cql2.Condition.Like;
import org.citygis.cql2.Condition.Not;
import org.citygis.cql2.Condition.Or;
import org.citygis.cql2.Condition.Spatial;
import org.citygis.cql2.Condition.Temporal;
import org.citygis.cql2.Expression.BooleanLiteral;
import org.citygis.cql2.Expression.Folded;
import org.citygis.cql2.Expression.TextLiteral;
import org.citygis.cql2.Expression.Truth;
import org.citygis.text.Text;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;

/** Compiles a condition for one layer to a GeoTools filter, checking names, types and shapes. */
final class Compiler {
  static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

  private final Places places;
  private final Operands operands;
  private final Comparisons comparisons;
  private final Relations relations;
  private final Chronology chronology;

  Compiler(Target target, Places places) {
    this.places = places;
    this.operands = new Operands(target, places);
    this.comparisons = new Comparisons(operands, places);
    this.relations = new Relations(target, operands, places);
    this.chronology = new Chronology(operands, comparisons, places);
  }

  Filter filter(Condition condition) {
    return switch (condition) {
      case And and -> FILTERS.and(all(and.parts()));
      case Or or -> FILTERS.or(all(or.parts()));
      case Not not -> FILTERS.not(filter(not.condition()));
      case Constant constant -> constant.value() ? Filter.INCLUDE : Filter.EXCLUDE;
      case Comparison comparison -> comparison(comparison);
      case Like like -> like(like);
      case Between between ->
          FILTERS.and(
              comparisons.of(between, ComparisonOperator.AT_LEAST, between.value(), between.low()),
              comparisons.of(between, ComparisonOperator.AT_MOST, between.value(), between.high()));
      case In in -> in(in);
      case IsNull isNull -> FILTERS.isNull(operands.any(isNull.value()));
      case Spatial spatial -> relations.of(spatial);
      case Temporal temporal -> chronology.of(temporal);
    };
  }

  private List<Filter> all(List<Condition> conditions) {
    List<Filter> filters = new ArrayList<>();
    conditions.forEach(c -> filters.add(filter(c)));
    return filters;
  }

  private Filter in(In in) {
    List<Filter> filters = new ArrayList<>();
    in.list()
        .forEach(e -> filters.add(comparisons.of(in, ComparisonOperator.EQUAL, in.value(), e)));
    return filters.size() == 1 ? filters.getFirst() : FILTERS.or(filters);
  }

  /** A condition is compared with TRUE or FALSE only, which is itself or its opposite. */
  private Filter comparison(Comparison comparison) {
    Expression left = comparison.left();
    Expression right = comparison.right();
    if (!(left instanceof Truth) && !(right instanceof Truth)) {
      return comparisons.of(comparison, comparison.operator(), left, right);
    }
    Truth truth = left instanceof Truth t ? t : (Truth) right;
    Expression other = left instanceof Truth ? right : left;
    boolean isEquality =
        comparison.operator() == ComparisonOperator.EQUAL
            || comparison.operator() == ComparisonOperator.DIFFERENT;
    if (!isEquality || !(other instanceof BooleanLiteral literal)) {
      throw places.refusal(
          comparison,
          comparison.operator().sign(),
          Text.of("条件与 TRUE 或 FALSE 的 = 或 <>", "= or <> between a condition and TRUE or FALSE"));
    }
    Filter filter = filter(truth.condition());
    boolean asItIs = literal.value() == (comparison.operator() == ComparisonOperator.EQUAL);
    return asItIs ? filter : FILTERS.not(filter);
  }

  private Filter like(Like like) {
    Scalar text = operands.scalar(like.text());
    if (text.kind() != Kind.TEXT) {
      throw places.refusal(like, "LIKE", Text.of("文本字段", "a text field before LIKE"));
    }
    return FILTERS.like(text.expression(), pattern(like.pattern()), "%", "_", "\\", true);
  }

  private String pattern(Expression pattern) {
    return switch (pattern) {
      case TextLiteral literal -> literal.value();
      case Folded folded -> FoldingFunction.apply(folded.folding(), pattern(folded.text()));
      default ->
          throw places.refusal(pattern, "LIKE", Text.of("带引号的模式", "a pattern in single quotes"));
    };
  }
}
