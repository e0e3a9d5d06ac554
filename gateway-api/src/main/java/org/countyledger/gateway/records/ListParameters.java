package org.countyledger.gateway.records;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.ledger.Roster;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.projection.Cursor;
import org.countyledger.gateway.projection.GeoBox;
import org.countyledger.gateway.projection.GeoCircle;
import org.countyledger.gateway.projection.RecordQuery;
import org.countyledger.gateway.projection.RecordQuery.ClockState;
import org.countyledger.gateway.security.Caller;
import org.jspecify.annotations.Nullable;

/** What narrows a list of records; every part may be left out. */
public record ListParameters(
        @Parameter(description = "Name of a state") @Nullable
        String state,

        @Parameter(description = "Town code, nine digits") @Nullable
        String town,

        @Parameter(description = "MSP id of the organisation that owns or handles the record") @Nullable
        String org,

        @Parameter(description = "Changed at or after this moment") @Nullable
        Instant updatedSince,

        @Parameter(description = "With a running clock that is due before this moment") @Nullable
        Instant dueBefore,

        @Parameter(description = "With a clock in this state") @Nullable
        ClockState clockState,

        @Parameter(description = "Standing in minLon,minLat,maxLon,maxLat (WGS84); kinds that have a place") @Nullable
        String bbox,

        @Parameter(description = "Standing near lon,lat,radius (WGS84, metres); kinds that have a place") @Nullable
        String near,

        @Parameter(description = "mine: what the officer's department, town and grid work on; all, if it is left out")
        @Nullable
        ScopeName scope,

        @Parameter(description = "At most this many, 1 to 200; 50 if left out") @Nullable
        Integer limit,

        @Parameter(description = "nextCursor of the part before") @Nullable
        String cursor) {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    /** How many records the page holds. */
    public int size() {
        int size = limit == null ? USUAL : limit;
        if (size < 1 || size > MOST) {
            throw BodyProblems.only("limit", BodyProblems.NOT_WELL_FORMED);
        }
        return size;
    }

    /** What this caller asks for. */
    RecordQuery query(Kind kind, Caller caller) {
        return query(kind)
                .workOf(Optional.ofNullable(scope)
                        .filter(name -> name == ScopeName.mine)
                        .map(mine -> worker(caller)));
    }

    /** One record more than the page holds, to know whether there are more. */
    public RecordQuery query(Kind kind) {
        return new RecordQuery(kind, size() + 1)
                .state(Optional.ofNullable(state))
                .town(Optional.ofNullable(town))
                .organization(Optional.ofNullable(org))
                .changedSince(Optional.ofNullable(updatedSince))
                .dueBefore(Optional.ofNullable(dueBefore))
                .clock(Optional.ofNullable(clockState))
                .within(Optional.ofNullable(bbox).map(text -> GeoBox.parse(text).orElseThrow(() -> malformed("bbox"))))
                .near(Optional.ofNullable(near)
                        .map(text -> GeoCircle.parse(text).orElseThrow(() -> malformed("near"))))
                .after(Optional.ofNullable(cursor)
                        .filter(text -> !text.isEmpty())
                        .map(ListParameters::parsed));
    }

    /** Whose work a list is about. */
    enum ScopeName {
        mine,
        all
    }

    private static Actor worker(Caller caller) {
        return switch (caller) {
            case Caller.Officer officer -> Roster.actor(officer.identity());
            case Caller.Anonymous anonymous -> throw new ProblemException(ProblemCode.AUTHENTICATION_REQUIRED);
        };
    }

    private static Cursor parsed(String text) {
        return Cursor.parse(text).orElseThrow(() -> malformed("cursor"));
    }

    private static ProblemException malformed(String parameter) {
        return BodyProblems.only(parameter, BodyProblems.NOT_WELL_FORMED);
    }
}
