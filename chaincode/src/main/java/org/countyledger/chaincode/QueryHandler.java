package org.countyledger.chaincode;

import java.util.List;
import org.countyledger.domain.contract.LedgerKey.PolicyKey;
import org.countyledger.domain.contract.RecordView;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;

/** Functions that only read. */
final class QueryHandler {
    private static final int MAX_PAGE = 200;
    private static final int MAX_SEQUENCE = 99_999_999;

    byte[] get(LedgerState state, List<String> arguments) {
        List<String> given = Arguments.exactly(arguments, 2);
        Kind kind = kind(given.get(0));
        Header header =
                state.header(kind, given.get(1)).orElseThrow(() -> RefusedException.of(RefusalCode.UNKNOWN_RECORD));
        return CanonicalJson.write(new RecordView(header, state.overlays(kind, given.get(1))));
    }

    byte[] list(LedgerState state, List<String> arguments) {
        List<String> given = Arguments.exactly(arguments, 3);
        int pageSize = Arguments.whole(given.get(1), 1, MAX_PAGE);
        return CanonicalJson.write(state.headers(kind(given.get(0)), pageSize, given.get(2)));
    }

    byte[] events(LedgerState state, List<String> arguments) {
        List<String> given = Arguments.exactly(arguments, 4);
        Kind kind = kind(given.get(0));
        int first = Arguments.whole(given.get(2), 1, MAX_SEQUENCE);
        int most = Arguments.whole(given.get(3), 1, MAX_PAGE);
        return CanonicalJson.write(state.events(kind, given.get(1), first, most));
    }

    byte[] policies(LedgerState state, List<String> arguments) {
        String policy = arguments.isEmpty() ? "" : arguments.getFirst();
        if (arguments.size() == 1) {
            return CanonicalJson.write(new PolicyBook(state).versions(policy));
        }
        List<String> given = Arguments.exactly(arguments, 2);
        PolicyKey key = new PolicyKey(policy, Arguments.whole(given.get(1), 1, Integer.MAX_VALUE));
        return CanonicalJson.write(state.entry(key, PolicyVersion.class)
                .orElseThrow(() -> RefusedException.of(RefusalCode.POLICY_MISSING)));
    }

    private static Kind kind(String name) {
        try {
            return Kind.ofWireName(name);
        } catch (IllegalArgumentException e) {
            throw RefusedException.of(RefusalCode.UNKNOWN_KIND);
        }
    }
}
