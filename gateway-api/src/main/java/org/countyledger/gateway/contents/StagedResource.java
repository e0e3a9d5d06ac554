package org.countyledger.gateway.contents;

import io.swagger.v3.oas.annotations.media.Schema;
import org.countyledger.domain.record.ContentKey;

/**
 * A value that is staged and VALID.
 *
 * @param n number of the value; a command names it in {@code clear.staged} where it is not the group's next
 * @param commitment what the command names
 * @param txId of the transaction that staged it; no receipt
 */
@Schema(name = "Staged")
record StagedResource(String collection, String recordId, String group, long n, String commitment, String txId) {
    static StagedResource of(ContentKey key, String commitment, String txId) {
        return new StagedResource(key.kind().collection(), key.id(), key.group(), key.n(), commitment, txId);
    }
}
