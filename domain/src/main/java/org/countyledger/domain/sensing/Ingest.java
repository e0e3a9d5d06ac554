package org.countyledger.domain.sensing;

/** How readings came: as they were measured, or from files of the past, which start no response clocks. */
public enum Ingest {
    LIVE,
    BACKFILL
}
