package org.countyledger.network.embedded;

import org.countyledger.network.CountyException;

/** What is done over HTTP once everything answers: policies, calendar, grids, sensors. */
@FunctionalInterface
public interface CountySetup {
    /** Leaves a county as it is. */
    CountySetup NONE = county -> {};

    /**
     * Called after every successful start, so what is there already must be left alone.
     *
     * @throws CountyException in one sentence, if the county cannot be used like this; its processes go on
     */
    void prepare(RunningCounty county);
}
