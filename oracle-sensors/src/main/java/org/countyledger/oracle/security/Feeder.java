package org.countyledger.oracle.security;

/** Somebody who may bring readings that no device has signed: the oracle signs them under its adapter's key. */
public record Feeder(String subject) {}
