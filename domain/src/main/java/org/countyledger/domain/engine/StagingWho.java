package org.countyledger.domain.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.domain.actor.Placement;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.crypto.P256;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.RecordKey;

/** Who may stage a group: whoever a row that names it admits, a resident by a signature over the staging request. */
final class StagingWho {
    private final StagingRequest request;
    private final Staging.Asker asker;

    StagingWho(StagingRequest request, Staging.Asker asker) {
        this.request = request;
        this.asker = asker;
    }

    Optional<Refusal> problem(List<Situation> rows) {
        return asker.actor().isConduit() ? keyProblem(rows) : officerProblem(rows);
    }

    private Optional<Refusal> officerProblem(List<Situation> rows) {
        List<Situation> byRole = rows.stream().filter(Admission::hasRole).toList();
        if (byRole.isEmpty()) {
            return refusal(RefusalCode.ROLE_NOT_ALLOWED, rows);
        }
        return byRole.stream().anyMatch(this::isPlaced)
                ? Optional.empty()
                : refusal(RefusalCode.WRONG_DEPARTMENT, byRole);
    }

    /** The area of a record that does not exist yet is judged by the command that creates it. */
    private boolean isPlaced(Situation situation) {
        return situation.before().isPresent()
                ? Admission.mismatch(situation).isEmpty()
                : Placement.mismatch(asker.actor(), () -> situation.policies().county(situation.at()))
                        .isEmpty();
    }

    private Optional<Refusal> keyProblem(List<Situation> rows) {
        Optional<CommandSignature> signature = request.signature();
        if (signature.isEmpty()) {
            return refusal(RefusalCode.SIGNATURE_REQUIRED, rows);
        }
        List<Situation> meant = rows.stream()
                .filter(situation -> situation.row().who().stream()
                        .anyMatch(who -> who instanceof Who.Key key
                                && key.roles().contains(signature.get().keyRole())))
                .toList();
        if (meant.isEmpty()) {
            return refusal(RefusalCode.ROLE_NOT_ALLOWED, rows);
        }
        if (!isKnown(meant.getFirst(), signature.get())) {
            return refusal(RefusalCode.KEY_UNKNOWN, meant);
        }
        byte[] bytes =
                request.signedBytes(asker.moment().channel(), asker.moment().chaincode());
        return P256.verify(signature.get().spki(), bytes, signature.get().signature())
                ? Optional.empty()
                : refusal(RefusalCode.SIGNATURE_INVALID, meant);
    }

    /** A record that does not exist yet has no keys: its creating command must be signed by the same side later. */
    private static boolean isKnown(Situation situation, CommandSignature signature) {
        if (situation.before().isEmpty()) {
            return true;
        }
        Stream<RecordKey> parents = situation.parent().stream().flatMap(parent -> parent.keys().stream());
        return Stream.concat(situation.header().keys().stream(), parents)
                .anyMatch(key -> key.isLive()
                        && key.keyRole() == signature.keyRole()
                        && key.spki().equals(signature.spki()));
    }

    private static Optional<Refusal> refusal(RefusalCode code, List<Situation> rows) {
        return Optional.of(Refusal.of(code, rows.getFirst().row().rule()));
    }
}
