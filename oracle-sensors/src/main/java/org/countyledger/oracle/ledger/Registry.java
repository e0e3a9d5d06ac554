package org.countyledger.oracle.ledger;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.Query;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.RecordView;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;
import org.countyledger.oracle.settings.OracleSettings;
import org.springframework.stereotype.Component;

/**
 * Sensors, datastreams and policies as they stand on the ledger. Intake may see them some seconds late; whoever builds a
 * batch asks anew.
 */
@Component
public final class Registry {
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private final LedgerClient ledger;
    private final String subject;
    private final LoadingCache<Key, Optional<Header>> headers =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build(this::load);
    private final LoadingCache<Header.PolicyRef, PolicyVersion> policies =
            Caffeine.newBuilder().maximumSize(MOST).build(this::load);

    private record Key(Kind kind, String id) {}

    Registry(LedgerClient ledger, OracleSettings settings) {
        this.ledger = ledger;
        this.subject = settings.subject();
    }

    /** A datastream as it was some seconds ago. */
    public Optional<Header> datastream(String id) {
        return headers.get(new Key(Kind.DATASTREAM, id));
    }

    /** A sensor as it was some seconds ago. */
    public Optional<Header> sensor(String id) {
        return headers.get(new Key(Kind.SENSOR, id));
    }

    /** A datastream as it is now. */
    public Optional<Header> datastreamNow(String id) {
        return load(new Key(Kind.DATASTREAM, id));
    }

    /** The version of the policy that a datastream was opened under; versions never change. */
    public PolicyVersion policy(Header datastream) {
        return policies.get(datastream.founding().policyRef().orElseThrow());
    }

    private Optional<Header> load(Key key) {
        if (!RecordId.isWellFormed(key.id())) {
            return Optional.empty();
        }
        try {
            Query query = Query.of(Functions.GET, key.kind().wireName(), key.id());
            return Optional.of(CanonicalJson.read(ledger.evaluate(subject, query), RecordView.class)
                    .header());
        } catch (LedgerException e) {
            if (e.failure() instanceof LedgerFailure.Refused refused
                    && refused.code().equals(RefusalCode.UNKNOWN_RECORD.name())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private PolicyVersion load(Header.PolicyRef ref) {
        Query query = Query.of(Functions.POLICIES, ref.id(), Long.toString(ref.version()));
        return CanonicalJson.read(ledger.evaluate(subject, query), PolicyVersion.class);
    }
}
