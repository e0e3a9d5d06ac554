package org.countyledger.gateway.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows that wait to be written, by the statement that writes them: each statement goes to the database once. */
final class RowBatch {
    private final Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

    void add(String statement, @Nullable Object... values) {
        rows.computeIfAbsent(statement, unused -> new ArrayList<>()).add(Arrays.copyOf(values, values.length));
    }

    void write(JdbcTemplate jdbc) {
        rows.forEach(jdbc::batchUpdate);
        rows.clear();
    }
}
