package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countyledger.client.LedgerClient;
import org.countyledger.gateway.projection.Position;
import org.countyledger.gateway.projection.Projection;
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
        county.bean(Projection.class).rebuild();
        assertThat(position.await(last, Duration.ofSeconds(30))).isTrue();
        assertThat(rows(last)).isEqualTo(before).hasSizeGreaterThan(50);
    }

    /** Rows of transactions up to this block; a timer may go on writing meanwhile. */
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
        Stream<Map<String, Object>> records = jdbc.sql("""
                        select r.*, c.name, c.n, c.due_at, l.rel, l.to_id from record r
                        left join record_clock c using (kind, id) left join record_link l using (kind, id)
                        where changed_block <= ? order by kind, id, c.name, c.n, l.rel, l.to_id""").param(block).query().listOfRows().stream();
        Stream<Map<String, Object>> entries =
                jdbc.sql("select * from ledger_entry order by key").query().listOfRows().stream();
        return Stream.of(events, transactions, records, entries)
                .flatMap(part -> part)
                .toList();
    }
}
