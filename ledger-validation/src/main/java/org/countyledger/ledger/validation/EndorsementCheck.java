package org.countyledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.identity.Identity;
import org.countyledger.ledger.policy.Policy;
import org.countyledger.ledger.rwset.KeyOrder;
import org.countyledger.ledger.rwset.NamespaceReadWrites;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.countyledger.ledger.state.StateView;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Whether a transaction's chaincode exists and every written namespace is endorsed as its policies demand (Fabric's
 * {@code plugindispatcher/dispatcher.go} with the plugin {@code vscc}). One per block; transactions in block order.
 *
 * <p>Fabric visits the written namespaces of one transaction in random order; here the called chaincode comes first, then
 * by name. Only a transaction refused by two namespaces for different reasons could tell the difference.
 */
final class EndorsementCheck {
    private static final String DEFAULT_PLUGIN = "vscc";

    private final StateView before;
    private final CompiledPolicies policies;
    private final KeyLevelPolicies keyLevel;
    private final Map<String, Optional<ChaincodeDefinition>> definitions = new HashMap<>();

    EndorsementCheck(StateView before, CompiledPolicies policies) {
        this.before = before;
        this.policies = policies;
        this.keyLevel = new KeyLevelPolicies(before);
    }

    /** VALID, or the first code that applies. */
    TxValidationCode check(TransactionParts parts, List<Identity> endorsers) {
        Optional<ChaincodeHeaderExtension> extension = parts.extension();
        Optional<ChaincodeAction> action = parts.action();
        Optional<ReadWriteSets> results = parts.results();
        if (extension.isEmpty()) {
            return TxValidationCode.BAD_HEADER_EXTENSION;
        }
        if (action.isEmpty()) {
            return TxValidationCode.BAD_RESPONSE_PAYLOAD;
        }
        if (results.isEmpty()) {
            return TxValidationCode.BAD_RWSET;
        }
        if (!extension.get().hasChaincodeId() || !action.get().hasChaincodeId()) {
            return TxValidationCode.INVALID_OTHER_REASON;
        }
        String called = extension.get().getChaincodeId().getName();
        if (called.isEmpty()
                || !called.equals(action.get().getChaincodeId().getName())
                || action.get().getChaincodeId().getVersion().isEmpty()) {
            return TxValidationCode.INVALID_CHAINCODE;
        }
        if (!isEventOf(called, parts)) {
            return TxValidationCode.INVALID_OTHER_REASON;
        }
        Set<String> seen = new HashSet<>();
        for (NamespaceReadWrites namespace : results.get().namespaces()) {
            if (!seen.add(namespace.namespace())) {
                return TxValidationCode.ILLEGAL_WRITESET;
            }
        }
        return checkNamespaces(called, results.get(), endorsers);
    }

    private static boolean isEventOf(String called, TransactionParts parts) {
        if (parts.action()
                .map(ChaincodeAction::getEvents)
                .orElse(ByteString.EMPTY)
                .isEmpty()) {
            return true;
        }
        return parts.event()
                .map(ChaincodeEvent::getChaincodeId)
                .filter(called::equals)
                .isPresent();
    }

    private TxValidationCode checkNamespaces(String called, ReadWriteSets results, List<Identity> endorsers) {
        SortedSet<String> written = new TreeSet<>(KeyOrder.UTF8);
        for (NamespaceReadWrites namespace : results.namespaces()) {
            if (namespace.writes()) {
                written.add(namespace.namespace());
            }
        }
        written.remove(called);
        TxValidationCode code = checkNamespace(called, results, endorsers);
        for (String namespace : written) {
            if (code == TxValidationCode.VALID) {
                code = checkNamespace(namespace, results, endorsers);
            }
        }
        return code;
    }

    private TxValidationCode checkNamespace(String namespace, ReadWriteSets results, List<Identity> endorsers) {
        Optional<ChaincodeDefinition> definition = Optional.empty();
        Policy chaincodePolicy;
        if (namespace.equals(ChaincodeDefinitions.LIFECYCLE)) {
            chaincodePolicy = policies.lifecycle();
        } else {
            definition = definitions.computeIfAbsent(namespace, name -> ChaincodeDefinitions.find(before, name));
            if (definition.isEmpty()
                    || definition.get().validationPlugin().isEmpty()
                    || definition.get().policy().isEmpty()) {
                return TxValidationCode.INVALID_CHAINCODE;
            }
            if (!definition.get().validationPlugin().equals(DEFAULT_PLUGIN)) {
                throw new UnsupportedOperationException("chaincode " + namespace + " is validated by the plugin "
                        + definition.get().validationPlugin() + ", whose rules are not Fabric's own");
            }
            chaincodePolicy = policies.application(definition.get().policy());
        }
        NamespaceEndorsement endorsement =
                new NamespaceEndorsement(policies, keyLevel, definition, chaincodePolicy, endorsers);
        if (!endorsement.holds(namespace, results)) {
            return TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
        }
        keyLevel.passed(results, namespace);
        return TxValidationCode.VALID;
    }
}
