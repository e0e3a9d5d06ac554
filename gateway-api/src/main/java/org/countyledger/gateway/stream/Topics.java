package org.countyledger.gateway.stream;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.records.BodyProblems;
import org.countyledger.gateway.security.Caller;
import org.countyledger.gateway.security.PublicKinds;

/** Collections by which events are asked for. */
public final class Topics {
    private static final Text UNKNOWN = new Text("没有这样的集合。", "There is no such collection.");

    private Topics() {}

    /** The kinds of collections, all of which the caller may read. */
    public static Set<Kind> of(Caller caller, Iterable<String> collections) {
        Set<Kind> kinds = java.util.stream.StreamSupport.stream(collections.spliterator(), false)
                .map(Topics::kind)
                .collect(Collectors.toSet());
        kinds.forEach(kind -> PublicKinds.requireReader(caller, kind));
        return kinds;
    }

    /** Collections between commas; without any, the public kinds. */
    static Set<Kind> parse(Caller caller, Optional<String> text) {
        return text.filter(given -> !given.isBlank())
                .map(given -> of(
                        caller,
                        Arrays.stream(given.split(",")).map(String::strip).toList()))
                .orElse(PublicKinds.ALL);
    }

    private static Kind kind(String collection) {
        return Kind.ofCollection(collection).orElseThrow(() -> BodyProblems.only("topics", UNKNOWN));
    }
}
