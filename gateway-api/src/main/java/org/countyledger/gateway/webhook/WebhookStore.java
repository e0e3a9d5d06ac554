package org.countyledger.gateway.webhook;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countyledger.gateway.stream.StreamPosition;
import org.countyledger.gateway.webhook.Webhook.Owner;
import org.countyledger.gateway.webhook.Webhook.Progress;
import org.countyledger.gateway.webhook.Webhook.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Webhooks and their progress, in PostgreSQL. */
@Component
final class WebhookStore {
    private static final String COLUMNS = """
            id, msp_id, department, url, topics, town_code, state, block, tx_index, event_index, failures, trouble,
            created_at""";
    private static final String INSERT = """
            insert into webhook (id, msp_id, department, url, topics, town_code, state, block, tx_index, event_index,
                failures, trouble, next_try_at, leased_until, created_at)
            select :id, :msp, :department, :url, :topics, :town, 'ACTIVE', :block, :tx, :event, 0, null,
                :at, 'epoch', :at
            where (select count(*) from webhook where msp_id = :msp and department = :department) < :most""";
    private static final String LEASE = """
            update webhook set leased_until = now() + make_interval(secs => :lease) where id = (
                select id from webhook
                where state = 'ACTIVE' and next_try_at <= now() and leased_until <= now()
                    and (block, tx_index, event_index) < (:block, :tx, :event)
                order by next_try_at limit 1 for update skip locked)
            returning""" + " " + COLUMNS;
    private static final String SAVE = """
            update webhook set state = :state, block = :block, tx_index = :tx, event_index = :event,
                failures = :failures, trouble = :trouble, next_try_at = now() + make_interval(secs => :pause)
            where id = :id""";

    private final JdbcClient jdbc;

    WebhookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the department has too many already. */
    boolean add(Webhook webhook, int most) {
        return place(jdbc.sql(INSERT), webhook.progress().position())
                        .param("id", webhook.id())
                        .param("msp", webhook.owner().mspId())
                        .param("department", webhook.owner().department())
                        .param("url", webhook.url().toString())
                        .param("topics", webhook.topics().toArray(String[]::new))
                        .param("town", webhook.town().orElse(null))
                        .param("at", Timestamp.from(webhook.createdAt()))
                        .param("most", most)
                        .update()
                == 1;
    }

    List<Webhook> of(Owner owner) {
        return jdbc.sql("select " + COLUMNS + " from webhook where msp_id = ? and department = ? order by created_at")
                .params(owner.mspId(), owner.department())
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Webhook> find(Owner owner, UUID id) {
        return of(owner).stream().filter(webhook -> webhook.id().equals(id)).findFirst();
    }

    boolean remove(Owner owner, UUID id) {
        return jdbc.sql("delete from webhook where id = ? and msp_id = ? and department = ?")
                        .params(id, owner.mspId(), owner.department())
                        .update()
                == 1;
    }

    /** Takes one that has something to be told, for this process alone and so long. */
    Optional<Webhook> lease(StreamPosition tip, Duration lease) {
        return place(jdbc.sql(LEASE), tip)
                .param("lease", lease.toSeconds())
                .query((row, n) -> read(row))
                .optional();
    }

    /** Writes down how far it got, and how long to wait before the next try. */
    void save(Webhook webhook, Duration pause) {
        Progress progress = webhook.progress();
        place(jdbc.sql(SAVE), progress.position())
                .param("id", webhook.id())
                .param("state", progress.state().name())
                .param("failures", progress.failures())
                .param("trouble", progress.trouble().orElse(null))
                .param("pause", pause.toMillis() / 1000.0)
                .update();
    }

    void release(Webhook webhook) {
        jdbc.sql("update webhook set leased_until = 'epoch' where id = ?")
                .param(webhook.id())
                .update();
    }

    private static JdbcClient.StatementSpec place(JdbcClient.StatementSpec statement, StreamPosition position) {
        return statement
                .param("block", position.block())
                .param("tx", position.tx())
                .param("event", position.event());
    }

    private static Webhook read(ResultSet row) throws SQLException {
        String[] topics = (String[]) row.getArray("topics").getArray();
        Instant createdAt = row.getTimestamp("created_at").toInstant();
        return new Webhook(
                row.getObject("id", UUID.class),
                new Owner(row.getString("msp_id"), row.getString("department")),
                URI.create(row.getString("url")),
                Arrays.asList(topics),
                Optional.ofNullable(row.getString("town_code")),
                new Progress(
                        State.valueOf(row.getString("state")),
                        new StreamPosition(row.getLong("block"), row.getInt("tx_index"), row.getInt("event_index")),
                        row.getInt("failures"),
                        Optional.ofNullable(row.getString("trouble"))),
                createdAt);
    }
}
