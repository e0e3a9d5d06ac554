package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.Resident;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCounty.class)
class DataAccessTest {
    private static final String COLLECTION = "welfare-applications";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Api api;

    DataAccessTest(TestCounty county) {
        this.api = county.api();
    }

    private Reply look(Officer officer, Welfare application) {
        return Reply.of(api.as(officer)
                .get()
                .uri(application.path() + "/content/form")
                .header("X-Purpose-Record", application.id())
                .exchange());
    }

    @Test
    void aResidentSeesWhoLookedAndWhoTriedTo() {
        Welfare application = Welfare.submitted(api);
        look(Officer.CLERK, application).expect(200);
        look(Officer.OTHER_TOWN, application).expect(403);
        Reply looks = application
                .resident()
                .looks(application.receiptTxId(), COLLECTION, application.id(), MINUTE)
                .expect(200);
        assertThat(looks.body().at("/items").findValuesAsString("outcome")).containsExactly("DENIED", "GIVEN");
        assertThat(looks.at("/items/0/staff")).isEqualTo("CA1009");
        assertThat(looks.at("/items/1/staff")).isEqualTo("CA1001");
        assertThat(looks.at("/items/1/department")).isEqualTo("civil-affairs");
        assertThat(looks.at("/items/1/group")).isEqualTo("form");
        assertThat(looks.at("/items/1/purposeId")).isEqualTo(application.id());
        assertThat(looks.headers().getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void nobodyElseSeesItAndUnknownReceiptsAnswerAlike() {
        Welfare application = Welfare.submitted(api);
        Resident stranger = new Resident(api);
        Reply another = stranger.looks(application.receiptTxId(), COLLECTION, application.id(), MINUTE);
        Reply unknown = application.resident().looks("0".repeat(64), COLLECTION, application.id(), MINUTE);
        Reply malformed = application.resident().looks("nonsense", COLLECTION, application.id(), MINUTE);
        assertThat(another.expect(404).at("/code")).isEqualTo("not-found-or-hidden");
        for (Reply reply : java.util.List.of(unknown.expect(404), malformed.expect(404))) {
            assertThat(reply.at("/title")).isEqualTo(another.at("/title"));
            assertThat(reply.body().propertyNames()).isEqualTo(another.body().propertyNames());
        }
        api.read(api.anybody(), "/v1/receipts/" + application.receiptTxId() + "/data-access")
                .expect(401);
        api.read(api.as(Officer.CLERK), "/v1/receipts/" + application.receiptTxId() + "/data-access")
                .expect(401);
    }

    @Test
    void aProofOfAnotherRecordOrOutOfTimeIsNotTaken() {
        Welfare application = Welfare.submitted(api);
        Welfare other = Welfare.submitted(api);
        String receipt = application.receiptTxId();
        application.resident().looks(receipt, COLLECTION, other.id(), MINUTE).expect(404);
        other.resident().looks(receipt, COLLECTION, other.id(), MINUTE).expect(404);
        application
                .resident()
                .looks(receipt, COLLECTION, application.id(), Duration.ofMinutes(-1))
                .expect(404);
        application
                .resident()
                .looks(receipt, COLLECTION, application.id(), Duration.ofHours(1))
                .expect(404);
    }
}
