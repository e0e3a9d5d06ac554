package org.countyledger.embedded.gateway;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.countyledger.embedded.privatedata.CollectionConfigs;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.policy.ApplicationPolicies;
import org.countyledger.ledger.policy.InvalidPolicyException;
import org.countyledger.ledger.policy.OrganizationSets;
import org.countyledger.ledger.policy.Policy;
import org.countyledger.ledger.rwset.KeyOrder;
import org.countyledger.ledger.validation.ChaincodeDefinition;
import org.countyledger.ledger.validation.ChaincodeDefinitions;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ChaincodeCall;
import org.hyperledger.fabric.protos.peer.ChaincodeInterest;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/** Which sets of organisations satisfy all policies that a transaction's reads and writes call for. */
final class Layouts {
    private static final int CACHED = 500;
    private static final String NO_COMBINATION =
            "no combination of peers can be derived which satisfy the endorsement policy: ";

    private final ChannelConfig channel;
    private final CollectionConfigs collections;
    private final Map<Key, List<SortedSet<String>>> cache = new ConcurrentHashMap<>();

    /** Bytes of policies and running organisations: the same question has the same answer. */
    private record Key(List<ByteString> policies, Set<String> available) {}

    /** Thrown where no layout exists; the message is the gateway's. */
    static final class NoLayoutException extends Exception {
        private static final long serialVersionUID = 1;

        private final String text;

        NoLayoutException(String text) {
            super(text);
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    Layouts(ChannelConfig channel) {
        this.channel = channel;
        this.collections = new CollectionConfigs(channel);
    }

    /** The smallest sufficient sets, those with {@code first} before the others. */
    List<SortedSet<String>> find(
            ChaincodeInterest interest, StateSnapshot state, List<EndorsingPeer> peers, String first)
            throws NoLayoutException {
        NavigableSet<String> available = new TreeSet<>(KeyOrder.UTF8);
        peers.stream()
                .filter(EndorsingPeer::isRunning)
                .filter(peer -> interest.getChaincodesList().stream().allMatch(call -> peer.serves(call.getName())))
                .map(EndorsingPeer::mspId)
                .forEach(available::add);
        List<ByteString> policies = new ArrayList<>();
        for (ChaincodeCall call : interest.getChaincodesList()) {
            ChaincodeDefinition definition = definition(call.getName(), state);
            addPolicies(call, definition, policies);
            available.removeIf(mspId -> !mayRead(call, definition, mspId));
        }
        List<SortedSet<String>> found = smallest(policies, available);
        if (found.isEmpty()) {
            throw new NoLayoutException(NO_COMBINATION + "no peer combination can satisfy the endorsement policy");
        }
        return found.stream()
                .sorted(Comparator.comparing((SortedSet<String> layout) -> !layout.contains(first)))
                .toList();
    }

    private ChaincodeDefinition definition(String chaincode, StateSnapshot state) throws NoLayoutException {
        return ChaincodeDefinitions.find(state, chaincode)
                .orElseThrow(() -> new NoLayoutException(noMetadata(chaincode, channel.channelId())));
    }

    static String noMetadata(String chaincode, String channel) {
        return NO_COMBINATION + "No metadata was found for chaincode " + chaincode + " in channel " + channel;
    }

    /** A call that names collections stands for them alone, each under its own policy or else the chaincode's. */
    private void addPolicies(ChaincodeCall call, ChaincodeDefinition definition, List<ByteString> policies) {
        if (call.getCollectionNamesCount() > 0) {
            call.getCollectionNamesList().forEach(name -> policies.add(policy(definition, name)));
        } else if (!call.getDisregardNamespacePolicy()) {
            policies.add(definition.policy());
        }
        for (SignaturePolicyEnvelope keyPolicy : call.getKeyPoliciesList()) {
            policies.add(ApplicationPolicies.of(keyPolicy).toByteString());
        }
    }

    private ByteString policy(ChaincodeDefinition definition, String collection) {
        return collections
                .find(definition, collection)
                .filter(StaticCollectionConfig::hasEndorsementPolicy)
                .map(config -> config.getEndorsementPolicy().toByteString())
                .orElse(definition.policy());
    }

    /** Private reads only succeed on members of the collection. */
    private boolean mayRead(ChaincodeCall call, ChaincodeDefinition definition, String mspId) {
        return call.getNoPrivateReads()
                || call.getCollectionNamesList().stream()
                        .allMatch(name -> collections
                                .find(definition, name)
                                .filter(config -> CollectionConfigs.isMember(config, mspId))
                                .isPresent());
    }

    private List<SortedSet<String>> smallest(List<ByteString> policies, NavigableSet<String> available)
            throws NoLayoutException {
        Key key = new Key(List.copyOf(policies), Set.copyOf(available));
        List<SortedSet<String>> known = cache.get(key);
        if (known != null) {
            return known;
        }
        List<Policy> compiled = new ArrayList<>();
        for (ByteString policy : policies) {
            try {
                compiled.add(ApplicationPolicies.compile(policy, channel.policies()));
            } catch (InvalidPolicyException e) {
                throw new NoLayoutException(NO_COMBINATION + e.getMessage());
            }
        }
        List<SortedSet<String>> found = OrganizationSets.smallest(compiled, available);
        if (cache.size() >= CACHED) {
            cache.clear();
        }
        cache.put(key, found);
        return found;
    }
}
