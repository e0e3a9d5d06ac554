package org.countyledger.gateway.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.gateway.testing.Eventually.eventually;

import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Contents;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.Resident;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was staged and never named does not stay. */
@ExtendWith(SharedCounty.class)
class SweeperTest {
    private final Api api;
    private final Sweeper sweeper;

    SweeperTest(TestCounty county) {
        this.api = county.api();
        this.sweeper = county.bean(Sweeper.class);
    }

    @Test
    void anAbandonedValueIsPurgedAndItsPlaceIsFreeAgain() {
        Resident resident = new Resident(api);
        String id = IdempotencyKey.parse(Api.key()).recordId(Kind.GRIEVANCE);
        PrivateValue other = Contents.of(Kind.GRIEVANCE, "text", "another");
        resident.stage("grievances", id, Contents.of(Kind.GRIEVANCE, "text", "abandoned"))
                .expect(201);
        resident.stage("grievances", id, other).expect(409);
        Reply taken = eventually(
                () -> {
                    int unused = sweeper.sweep();
                    return resident.stage("grievances", id, other);
                },
                reply -> reply.status() == 201);
        assertThat(taken.at("/commitment")).isEqualTo(other.commitment());
    }
}
