package org.countyledger.risk.explain;

/** A feature on the way down: the share of rows that follow it when it is unknown, and whether this row does. */
record Step(int feature, double zero, double one) {}
