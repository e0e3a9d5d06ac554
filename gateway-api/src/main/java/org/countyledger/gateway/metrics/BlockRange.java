package org.countyledger.gateway.metrics;

/** Blocks from one to another, both included. */
record BlockRange(long from, long to) {}
