package org.countyledger.domain.sensing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.PolicyRef;

/** Reads a datastream's header. */
public record DatastreamView(Header header) {
    private static final Set<String> CONFIGURATION =
            Set.of("sensors", "pollutant", "unit", "periodSeconds", "grid", "firstWindow", "signers");

    /** Who may sign batches. */
    public record Signer(String spki, String org) {}

    public long periodSeconds() {
        return header.fields().integer("periodSeconds").orElseThrow();
    }

    /** Start of the window of this number. */
    public Instant start(long window) {
        return firstWindow().plusSeconds(Math.multiplyExact(window, periodSeconds()));
    }

    public Instant end(long window) {
        return start(window + 1);
    }

    private Instant firstWindow() {
        return Instant.parse(header.fields().text("firstWindow").orElseThrow());
    }

    /** Number of the window that the next batch begins with. */
    public long nextWindow() {
        return header.fields().integer("lastWindow").map(last -> last + 1).orElse(0L);
    }

    public RuleState ruleState() {
        return header.fields().as("ruleState", RuleState.class).orElse(RuleState.CALM);
    }

    public List<Signer> signers() {
        return header.fields().listOf("signers", Signer.class);
    }

    public String ruleVersion() {
        PolicyRef ref = header.founding().policyRef().orElseThrow();
        return ref.id() + "@" + ref.version();
    }

    /** SHA-256 over the configuration, so that a signer says under which one it measured. */
    public String configDigest() {
        Clear configuration = header.fields().only(CONFIGURATION).with("ruleVersion", ruleVersion());
        return CanonicalJson.digest(configuration);
    }
}
