package org.countyledger.domain.engine;

import java.util.List;
import java.util.Optional;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.crypto.P256;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.Custody;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.RecordKey;

/**
 * Residents' signatures (domain.md 3.6). A CONDUIT submits nothing without one; an officer's step is never made by a
 * key. A creating command is signed by the key that it registers, which stands in its clear field {@code key}; the role of
 * that key follows from what is signed, too.
 */
final class KeySignatures {
    private KeySignatures() {}

    static Optional<Refusal> check(Situation situation) {
        if (situation.command().signatures().isEmpty() && !situation.actor().isConduit()) {
            return Optional.empty();
        }
        return missing(situation)
                .or(() -> first(situation, KeySignatures::keyProblem))
                .or(() -> first(situation, KeySignatures::invalid))
                .or(() -> signer(situation).flatMap(signature -> witnessProblem(situation, signature)));
    }

    private interface Check {
        Optional<Refusal> problem(Situation situation, CommandSignature signature);
    }

    /** Whoever submits the command, none of its signatures gets into the event unchecked. */
    private static Optional<Refusal> first(Situation situation, Check check) {
        return situation.command().signatures().stream()
                .flatMap(signature -> check.problem(situation, signature).stream())
                .findFirst();
    }

    private static Optional<Refusal> missing(Situation situation) {
        boolean bringsOwnAct = situation.row().who().contains(new Who.Holder(Role.CONDUIT));
        return situation.actor().isConduit()
                        && !bringsOwnAct
                        && signer(situation).isEmpty()
                ? situation.refuse(RefusalCode.SIGNATURE_REQUIRED)
                : Optional.empty();
    }

    /** The resident whose act the command is. */
    private static Optional<CommandSignature> signer(Situation situation) {
        return situation.command().signatures().stream()
                .filter(signature -> situation.actor().isConduit() && isActOf(situation, signature.keyRole()))
                .findFirst();
    }

    private static boolean isActOf(Situation situation, KeyRole role) {
        return situation.row().who().stream()
                .anyMatch(who -> who instanceof Who.Key key && key.roles().contains(role));
    }

    private static Optional<Refusal> invalid(Situation situation, CommandSignature signature) {
        byte[] bytes = situation
                .command()
                .signedBytes(
                        situation.request().moment().channel(),
                        situation.request().moment().chaincode());
        return P256.verify(signature.spki(), bytes, signature.signature())
                ? Optional.empty()
                : situation.refuse(RefusalCode.SIGNATURE_INVALID);
    }

    private static Optional<Refusal> keyProblem(Situation situation, CommandSignature signature) {
        if (isNamedWitness(situation, signature)) {
            return Optional.empty();
        }
        if (situation.row().passage().creates() || registersKey(situation)) {
            return bringsKey(situation, signature) ? Optional.empty() : situation.refuse(RefusalCode.KEY_UNKNOWN);
        }
        Optional<RecordKey> key = key(situation, signature);
        if (key.isEmpty()) {
            return situation.refuse(RefusalCode.KEY_UNKNOWN);
        }
        return key.get().isLive() ? Optional.empty() : situation.refuse(RefusalCode.KEY_REVOKED);
    }

    /** An objector's first command brings its own key, an invitation those of the parties. */
    private static boolean registersKey(Situation situation) {
        return situation.row().arguments().fields().stream()
                .anyMatch(field -> field.name().equals("key") || field.name().equals("partyKeys"));
    }

    /** The key stands in what was signed, and so does its role. */
    private static boolean bringsKey(Situation situation, CommandSignature signature) {
        return isOwnKey(situation, signature)
                || situation.clear().objects("partyKeys").stream()
                        .anyMatch(key -> key.text("spki").equals(Optional.of(signature.spki()))
                                && key.text("keyRole")
                                        .equals(Optional.of(signature.keyRole().name())));
    }

    /** A proxy says so in the clear field {@code keyRole}; without it the key is in the first of the row's roles. */
    private static boolean isOwnKey(Situation situation, CommandSignature signature) {
        return situation.text("key").equals(signature.spki())
                && situation
                        .clear()
                        .text("keyRole")
                        .or(() -> firstKeyRole(situation))
                        .equals(Optional.of(signature.keyRole().name()));
    }

    private static Optional<String> firstKeyRole(Situation situation) {
        return situation.row().who().stream()
                .filter(Who.Key.class::isInstance)
                .flatMap(who -> ((Who.Key) who).roles().stream())
                .map(KeyRole::name)
                .findFirst();
    }

    /** The key that signs: the record's own or, on an opened record, its parent's. */
    private static Optional<RecordKey> key(Situation situation, CommandSignature signature) {
        return find(situation.header().keys(), signature)
                .or(() -> situation.parent().flatMap(parent -> find(parent.keys(), signature)));
    }

    private static Optional<RecordKey> find(List<RecordKey> keys, CommandSignature signature) {
        return keys.stream()
                .filter(key ->
                        key.keyRole() == signature.keyRole() && key.spki().equals(signature.spki()))
                .findFirst();
    }

    private static Optional<Refusal> witnessProblem(Situation situation, CommandSignature signature) {
        boolean assisted = situation.row().checks().witnessed()
                && key(situation, signature)
                        .filter(key -> key.custody() == Custody.ASSISTED)
                        .isPresent();
        boolean witnessed = situation.command().signatures().stream()
                .anyMatch(
                        each -> isNamedWitness(situation, each) && !each.spki().equals(signature.spki()));
        return assisted && !witnessed ? situation.refuse(RefusalCode.WITNESS_REQUIRED) : Optional.empty();
    }

    /** A witness needs no key of the record: the command itself, which all sign, says who it is. */
    private static boolean isNamedWitness(Situation situation, CommandSignature signature) {
        return signature.keyRole() == KeyRole.WITNESS && signature.spki().equals(situation.text("witness"));
    }
}
