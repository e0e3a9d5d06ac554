package org.countyledger.domain.support;

import java.util.Optional;
import org.countyledger.domain.crypto.P256;
import org.countyledger.domain.lifecycle.Condition;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Custody;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.RecordKey;

/** Adding and revoking keys of a record (Z05). */
final class RecordKeys {
    private RecordKeys() {}

    /** No key may sign for the holder yet, so an officer has to add the first, with a witness. */
    static Condition none() {
        return situation -> situation.header().keys().stream().noneMatch(RecordKey::isLive);
    }

    static Guard isNewP256Key() {
        return situation -> {
            String spki = situation.text("newKey");
            if (!P256.isPublicKey(spki)) {
                return situation.refuse(RefusalCode.FIELD_INVALID, "/clear/newKey must be a P-256 public key");
            }
            return situation.header().keys().stream().anyMatch(key -> key.spki().equals(spki))
                    ? situation.refuse(RefusalCode.KEY_TAKEN)
                    : Optional.empty();
        };
    }

    /** An officer's word is not enough: somebody else signs the same command. */
    static Guard witnessedByOfficer() {
        return Guard.that(RecordKeys::hasWitness, RefusalCode.WITNESS_REQUIRED)
                .onlyIf(situation -> situation.actor().role().isOfficer());
    }

    /** Signatures were verified before any guard. */
    private static boolean hasWitness(Situation situation) {
        return situation.command().signatures().stream()
                .anyMatch(signature -> signature.keyRole() == KeyRole.WITNESS
                        && signature.spki().equals(situation.text("witness"))
                        && !signature.spki().equals(situation.text("newKey")));
    }

    static void add(Situation situation, Draft draft) {
        draft.key(new RecordKey(
                KeyRole.valueOf(situation.text("keyRole")),
                situation.text("newKey"),
                Custody.valueOf(situation.text("custody")),
                situation.at(),
                Optional.empty()));
    }

    static Guard isLive() {
        return Guard.that(
                situation -> situation.header().keys().stream()
                        .anyMatch(key -> key.isLive() && key.spki().equals(situation.text("oldKey"))),
                RefusalCode.KEY_UNKNOWN);
    }

    static void revoke(Situation situation, Draft draft) {
        draft.changeKeys(key -> key.isLive() && key.spki().equals(situation.text("oldKey"))
                ? new RecordKey(key.keyRole(), key.spki(), key.custody(), key.since(), Optional.of(situation.at()))
                : key);
    }
}
