package org.countyledger.oracle.anchor;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counters of sensors' messages; they survive restarts and only rise. */
@Component
public final class Counters {
    private static final long BLOCK = 10_000;

    private final JdbcClient sql;
    private final ReentrantLock adapter = new ReentrantLock();
    private final Map<String, Block> blocks = new HashMap<>();

    Counters(JdbcClient sql) {
        this.sql = sql;
    }

    private record Block(long next, long end) {}

    /**
     * So many counters in a row for the adapter itself. Reserved in blocks, outside of any transaction's lock: what a crash
     * leaves unused is never used.
     *
     * @return the first
     */
    public long reserve(String sensor, int many) {
        adapter.lock();
        try {
            Block block = blocks.getOrDefault(sensor, new Block(0, 0));
            if (block.next() + many > block.end()) {
                long size = Math.max(BLOCK, many);
                long end = raise(sensor, size);
                block = new Block(end - size, end);
            }
            blocks.put(sensor, new Block(block.next() + many, block.end()));
            return block.next();
        } finally {
            adapter.unlock();
        }
    }

    private long raise(String sensor, long by) {
        return sql.sql("""
                        insert into sensor_counter as c (sensor, counter) values (?, ?)
                        on conflict (sensor) do update set counter = c.counter + excluded.counter returning counter""").params(sensor, by).query(Long.class).single();
    }

    /** The last counter that a device used; locked until the end of the transaction. */
    public long last(String sensor) {
        sql.sql("insert into sensor_counter (sensor, counter) values (?, -1) on conflict do nothing")
                .param(sensor)
                .update();
        return sql.sql("select counter from sensor_counter where sensor = ? for update")
                .param(sensor)
                .query(Long.class)
                .single();
    }

    /** Remembers the last counter that a device used. */
    public void set(String sensor, long counter) {
        sql.sql("update sensor_counter set counter = ? where sensor = ?")
                .params(counter, sensor)
                .update();
    }
}
