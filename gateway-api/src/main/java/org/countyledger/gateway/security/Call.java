package org.countyledger.gateway.security;

import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;

/**
 * Who calls which route.
 *
 * @param path variables of the route's path
 */
public record Call(Caller caller, Map<String, String> path, HttpHeaders headers) {

    /** The path's variable of this name, which the route declares. */
    public String path(String name) {
        return Objects.requireNonNull(path.get(name), name);
    }
}
