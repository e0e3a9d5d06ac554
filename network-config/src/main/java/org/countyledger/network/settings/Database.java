package org.countyledger.network.settings;

/**
 * A PostgreSQL server and who may make databases on it.
 *
 * @param server JDBC address without a database: {@code jdbc:postgresql://host:port/}
 */
public record Database(String server, String username, String password) {
    /** Names of the databases that a county needs. */
    public static final String GATEWAY = "gateway";

    public static final String ORACLE = "oracle";
    public static final String SCORER = "scorer";
    public static final String WATCHER = "watcher";

    private static final String SCHEME = "jdbc:postgresql://";

    public Database {
        if (!server.startsWith(SCHEME) || !server.endsWith("/") || server.contains("?")) {
            throw new IllegalArgumentException("'" + server + "' is not " + SCHEME + "HOST:PORT/");
        }
    }

    public String url(String name) {
        return server + name;
    }

    @Override
    public String toString() {
        return username + " at " + server;
    }
}
