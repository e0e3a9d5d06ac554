package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countyledger.client.LedgerClient;
import org.countyledger.gateway.projection.Position;
import org.countyledger.gateway.projection.Projector;
import org.countyledger.gateway.rebuild.ProjectionProgram;
import org.countyledger.gateway.rebuild.Rebuild;
import org.countyledger.gateway.rebuild.Verification;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(SharedCounty.class)
class ProjectionTest {

    private final TestCounty county;

    ProjectionTest(TestCounty county) {
        this.county = county;
    }

    @Test
    void readingTheChainAgainGivesTheSameRows() {
        Welfare.submitted(county.api()).onNotice();
        LedgerClient client = county.bean(LedgerClient.class);
        Position position = county.bean(Position.class);
        long last = client.height() - 1;
        assertThat(position.await(last, Duration.ofSeconds(10))).isTrue();
        List<Map<String, Object>> before = rows(last);
        List<Map<String, Object>> records = records(last);
        Rebuild.Done done = rebuild().run();
        assertThat(done.block()).isGreaterThanOrEqualTo(last);
        assertThat(done.transactions()).isGreaterThan(20);
        assertThat(rows(last)).isEqualTo(before).hasSizeGreaterThan(50);
        assertThat(records).containsAll(records(last));
        Welfare after = Welfare.submitted(county.api()).accepted();
        assertThat(after.read().at("/state")).isEqualTo("ACCEPTED");
        assertThat(verification().run().difference()).isEmpty();
    }

    @Test
    void aRowThatSomebodyChangedAddedOrTookAwayIsFoundAndMended() {
        Welfare changed = Welfare.submitted(county.api());
        JdbcClient jdbc = JdbcClient.create(county.database());
        assertThat(verification().run().difference()).isEmpty();

        jdbc.sql("update record set town_code = '330183999' where id = ?")
                .param(changed.id())
                .update();
        assertThat(verification().run().difference()).hasValueSatisfying(difference -> {
            assertThat(difference.place()).isEqualTo("record WelfareApplication~" + changed.id());
            assertThat(difference.expected().orElseThrow()).contains("330183001");
            assertThat(difference.found().orElseThrow()).contains("330183999");
        });
        rebuild().run();
        assertThat(verification().run().difference()).isEmpty();

        jdbc.sql("delete from record_event where id = ?").param(changed.id()).update();
        assertThat(verification().run().difference())
                .hasValueSatisfying(difference -> assertThat(difference.sentence())
                        .startsWith(
                                "record_event WelfareApplication~" + changed.id() + "~000000000001: the chain gives {")
                        .endsWith("the table has no row"));
        rebuild().run();

        jdbc.sql("insert into ledger_entry (key, value) values ('M~policy/welfare', '{}') on conflict (key) do nothing")
                .update();
        jdbc.sql("insert into ledger_entry (key, value) values ('Z~nothing', '{}')")
                .update();
        assertThat(verification().run().difference())
                .hasValueSatisfying(
                        difference -> assertThat(difference.expected()).isEmpty());
        rebuild().run();
        assertThat(verification().run().difference()).isEmpty();
    }

    @Test
    void theProgramRebuildsAndVerifiesBesideARunningGateway() {
        Welfare.submitted(county.api());
        assertThat(ProjectionProgram.run(county.arguments("rebuild"))).isZero();
        assertThat(ProjectionProgram.run(county.arguments("verify"))).isZero();
        JdbcClient jdbc = JdbcClient.create(county.database());
        jdbc.sql("update ledger_transaction set code = 11 where block = (select max(block) from ledger_transaction)")
                .update();
        assertThat(ProjectionProgram.run(county.arguments("verify"))).isEqualTo(1);
        assertThat(ProjectionProgram.run(county.arguments("rebuild"))).isZero();
        assertThat(ProjectionProgram.run(county.arguments("verify"))).isZero();
        assertThat(ProjectionProgram.run(county.arguments("forget"))).isEqualTo(1);
    }

    private Rebuild rebuild() {
        return new Rebuild(county.bean(LedgerClient.class), county.database(), county.bean(Projector.class));
    }

    private Verification verification() {
        return new Verification(county.bean(LedgerClient.class), county.database(), county.bean(Projector.class));
    }

    /** Rows of events and transactions up to this block; a timer may go on writing meanwhile. */
    private List<Map<String, Object>> rows(long block) {
        JdbcClient jdbc = JdbcClient.create(county.database());
        Stream<Map<String, Object>> events = jdbc
                .sql("select * from record_event where block <= ? order by kind, id, seq")
                .param(block)
                .query()
                .listOfRows()
                .stream();
        Stream<Map<String, Object>> transactions = jdbc.sql("""
            select tx_id, block, code, at, client_org, endorsers::text, kind, record_id, seq
            from ledger_transaction where block <= ? order by tx_id""").param(block).query().listOfRows().stream();
        return Stream.concat(events, transactions).toList();
    }

    /** Rows of records that have not moved since this block; fewer as the timer goes on. */
    private List<Map<String, Object>> records(long block) {
        return JdbcClient.create(county.database())
                .sql("""
            select r.*, c.name, c.n, c.due_at, l.rel, l.to_id from record r
            left join record_clock c using (kind, id) left join record_link l using (kind, id)
            where changed_block <= ? order by kind, id, c.name, c.n, l.rel, l.to_id""")
                .param(block)
                .query()
                .listOfRows();
    }
}
