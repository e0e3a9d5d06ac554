package org.countyledger.acceptance.testing;

/** A county that runs, and what the command said that started it. */
public record Running(County county, CountyCommand.Outcome start) {}
