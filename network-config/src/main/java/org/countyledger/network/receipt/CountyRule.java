package org.countyledger.network.receipt;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.countyledger.domain.contract.OwnerRule;
import org.countyledger.ledger.receipt.EndorsementRule;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;

/** Rule 1 of the county, for the writes of its own chaincode. */
public final class CountyRule implements EndorsementRule {
    @Override
    public Optional<String> refusal(String chaincode, ReadWriteSets written, SortedSet<String> endorsers) {
        return OwnerRule.refusal(writes(chaincode, written), endorsers);
    }

    /** What the chaincode writes, by key; what is deleted is empty. */
    static Map<String, byte[]> writes(String chaincode, ReadWriteSets written) {
        Map<String, byte[]> writes = new TreeMap<>();
        written.namespaces().stream()
                .filter(namespace -> namespace.namespace().equals(chaincode))
                .flatMap(namespace -> namespace.publicSet().getWritesList().stream())
                .forEach(write -> writes.put(write.getKey(), value(write)));
        return writes;
    }

    private static byte[] value(KVWrite write) {
        return write.getIsDelete() ? new byte[0] : write.getValue().toByteArray();
    }
}
