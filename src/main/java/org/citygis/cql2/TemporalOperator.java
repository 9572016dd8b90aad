package org.citygis.cql2;

/** How two times lie to each other, as Allen's interval algebra and ISO 19108 define it. */
public enum TemporalOperator {
  T_AFTER("t_after"),
  T_BEFORE("t_before"),
  T_CONTAINS("t_contains"),
  T_DISJOINT("t_disjoint"),
  T_DURING("t_during"),
  T_EQUALS("t_equals"),
  T_FINISHEDBY("t_finishedBy"),
  T_FINISHES("t_finishes"),
  T_INTERSECTS("t_intersects"),
  T_MEETS("t_meets"),
  T_METBY("t_metBy"),
  T_OVERLAPPEDBY("t_overlappedBy"),
  T_OVERLAPS("t_overlaps"),
  T_STARTEDBY("t_startedBy"),
  T_STARTS("t_starts");

  private final String json;

  TemporalOperator(String json) {
    this.json = json;
  }

  String json() {
    return json;
  }
}
