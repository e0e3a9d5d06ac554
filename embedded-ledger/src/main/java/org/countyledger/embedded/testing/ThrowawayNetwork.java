package org.countyledger.embedded.testing;

import io.grpc.ManagedChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.countyledger.embedded.EmbeddedLedger;
import org.countyledger.embedded.EmbeddedLedgerBuilder;
import org.countyledger.embedded.Faults;
import org.countyledger.embedded.LedgerClock;
import org.countyledger.embedded.SettingsException;
import org.countyledger.embedded.chaincode.ChaincodeEndpoint;
import org.countyledger.embedded.channel.ChaincodeSetup;
import org.countyledger.embedded.channel.CollectionsFile;
import org.countyledger.embedded.ordering.BatchSettings;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.shim.ChaincodeBase;

/**
 * A channel with throw-away organisations for JUnit: by default the county's four, in memory and in-process. Start it,
 * connect the official gateway client to {@link #gatewayChannel}, close it.
 */
public final class ThrowawayNetwork implements AutoCloseable {
    public static final List<String> COUNTY = List.of("CivilAffairsMSP", "GovernanceMSP", "EcologyMSP", "AuditMSP");

    private final Map<String, ThrowawayOrganization> organizations;
    private final List<InProcessChaincode> chaincodes;
    private final EmbeddedLedger ledger;

    private ThrowawayNetwork(
            Map<String, ThrowawayOrganization> organizations,
            List<InProcessChaincode> chaincodes,
            EmbeddedLedger ledger) {
        this.organizations = organizations;
        this.chaincodes = chaincodes;
        this.ledger = ledger;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A policy that any {@code needed} peers of these organisations satisfy. */
    public static String outOf(int needed, List<String> mspIds) {
        List<String> peers =
                mspIds.stream().map(mspId -> "'" + mspId + ".peer'").toList();
        return "OutOf(" + needed + "," + String.join(",", peers) + ")";
    }

    public EmbeddedLedger ledger() {
        return ledger;
    }

    public List<String> mspIds() {
        return List.copyOf(organizations.keySet());
    }

    public ThrowawayOrganization organization(String mspId) {
        return Optional.ofNullable(organizations.get(mspId))
                .orElseThrow(() -> new IllegalArgumentException("No organisation " + mspId));
    }

    /** An in-process channel to an organisation's gateway, closed with the network. */
    public ManagedChannel gatewayChannel(String mspId) {
        return ledger.gatewayChannel(mspId);
    }

    /** Host and port of an organisation's gateway; only with {@link Builder#tcp} or {@link Builder#tls}. */
    public String gatewayAddress(String mspId) {
        return ledger.gatewayAddress(mspId);
    }

    /** What a test may do to the ledger. */
    public Faults faults() {
        return ledger.faults();
    }

    /** Back to the moment when it had started, in milliseconds; gateways, clients and chaincodes stay connected. */
    public void reset() {
        ledger.reset();
    }

    @Override
    public void close() {
        ledger.close();
        chaincodes.forEach(InProcessChaincode::close);
    }

    /** Choices before the start; each has a default. */
    public static final class Builder {
        private String channel = "county";
        private List<String> mspIds = COUNTY;
        private Map<String, ThrowawayOrganization> given = new LinkedHashMap<>();
        private boolean withTls;
        private boolean withTcp;
        private int ordererPort = -1;
        private Optional<Path> directory = Optional.empty();
        private BatchSettings batch = BatchSettings.DEFAULT;
        private LedgerClock clock = LedgerClock.system();
        private final List<Chaincode> chaincodes = new ArrayList<>();
        private final Map<String, CollectionConfigPackage> collections = new HashMap<>();

        private record Chaincode(
                String name,
                Optional<String> policy,
                String packageId,
                Function<String, Optional<ChaincodeBase>> instances,
                Function<String, Optional<ChaincodeEndpoint>> endpoints) {}

        private Builder() {}

        public Builder channel(String name) {
            channel = name;
            return this;
        }

        public Builder organizations(String... names) {
            mspIds = List.of(names);
            return this;
        }

        /** Organisations made before, because something else needs their certificates too. */
        public Builder organizations(List<ThrowawayOrganization> made) {
            Map<String, ThrowawayOrganization> byMspId = new LinkedHashMap<>();
            made.forEach(organization -> byMspId.put(organization.mspId(), organization));
            given = byMspId;
            mspIds = List.copyOf(byMspId.keySet());
            return this;
        }

        /** The organisations of another network, to open its directory again. */
        public Builder organizationsOf(ThrowawayNetwork other) {
            return organizations(List.copyOf(other.organizations.values()));
        }

        /** Also listens on free ports of this machine, with TLS. */
        public Builder tls() {
            withTls = true;
            return tcp();
        }

        /** Also listens on free ports of this machine. */
        public Builder tcp() {
            withTcp = true;
            return this;
        }

        /** Also serves {@code orderer.AtomicBroadcast}. */
        public Builder orderer() {
            ordererPort = 0;
            return this;
        }

        /** Serves it on this port, which the channel's configuration names, so that real peers find it. */
        public Builder orderer(int port) {
            ordererPort = port;
            return this;
        }

        public Builder directory(Path path) {
            directory = Optional.of(path);
            return this;
        }

        public Builder batch(BatchSettings settings) {
            batch = settings;
            return this;
        }

        public Builder clock(LedgerClock ledgerClock) {
            clock = ledgerClock;
            return this;
        }

        /** A chaincode in this JVM; {@code instance} makes a new one for each MSP id. */
        public Builder chaincode(String name, String policy, Function<String, ChaincodeBase> instance) {
            chaincodes.add(new Chaincode(
                    name,
                    Optional.of(policy),
                    name + "_1.0:in-process",
                    mspId -> Optional.of(instance.apply(mspId)),
                    mspId -> Optional.empty()));
            return this;
        }

        /** A chaincode under "any two organisations". */
        public Builder chaincode(String name, Function<String, ChaincodeBase> instance) {
            chaincodes.add(new Chaincode(
                    name,
                    Optional.empty(),
                    name + "_1.0:in-process",
                    mspId -> Optional.of(instance.apply(mspId)),
                    mspId -> Optional.empty()));
            return this;
        }

        /** A chaincode that runs elsewhere; an organisation without endpoint does not run it. */
        public Builder chaincodeAt(
                String name, String policy, String packageId, Function<String, Optional<ChaincodeEndpoint>> endpoint) {
            chaincodes.add(new Chaincode(name, Optional.of(policy), packageId, mspId -> Optional.empty(), endpoint));
            return this;
        }

        /** Collections of a chaincode, in the JSON form that Fabric's own tools read. */
        public Builder collections(String chaincode, String json) {
            collections.put(chaincode, CollectionsFile.parse(json));
            return this;
        }

        public ThrowawayNetwork start() {
            Map<String, ThrowawayOrganization> organizations = new LinkedHashMap<>();
            for (String mspId : mspIds) {
                organizations.put(mspId, given.containsKey(mspId) ? given.get(mspId) : made(mspId));
            }
            List<InProcessChaincode> served = new ArrayList<>();
            try {
                EmbeddedLedgerBuilder builder = EmbeddedLedger.builder()
                        .channel(channel)
                        .organizations(organizations.values().stream()
                                .map(organization -> organization.setup(withTcp ? 0 : -1))
                                .toList())
                        .ordererPort(ordererPort)
                        .batch(batch)
                        .clock(clock);
                directory.ifPresent(builder::directory);
                for (Chaincode chaincode : chaincodes) {
                    builder.chaincode(definition(chaincode), chaincode.packageId(), endpoints(chaincode, served));
                }
                return new ThrowawayNetwork(organizations, served, builder.start());
            } catch (IOException e) {
                served.forEach(InProcessChaincode::close);
                throw new UncheckedIOException(e);
            } catch (SettingsException e) {
                served.forEach(InProcessChaincode::close);
                throw new IllegalStateException(e.getMessage(), e);
            }
        }

        private ThrowawayOrganization made(String mspId) {
            return withTls ? ThrowawayOrganization.withTls(mspId) : ThrowawayOrganization.plain(mspId);
        }

        private ChaincodeSetup definition(Chaincode chaincode) {
            String policy = chaincode.policy().orElseGet(() -> outOf(Math.min(2, mspIds.size()), mspIds));
            return new ChaincodeSetup(
                    chaincode.name(),
                    "1.0",
                    1,
                    Optional.of(ChaincodeSetup.policy(policy)),
                    collections.getOrDefault(chaincode.name(), CollectionConfigPackage.getDefaultInstance()));
        }

        private Map<String, ChaincodeEndpoint> endpoints(Chaincode chaincode, List<InProcessChaincode> served)
                throws IOException {
            Map<String, ChaincodeEndpoint> endpoints = new HashMap<>();
            for (String mspId : mspIds) {
                Optional<ChaincodeBase> instance = chaincode.instances().apply(mspId);
                if (instance.isPresent()) {
                    InProcessChaincode started = InProcessChaincode.start(instance.get(), mspId, chaincode.packageId());
                    served.add(started);
                    endpoints.put(mspId, started.endpoint());
                } else {
                    chaincode.endpoints().apply(mspId).ifPresent(endpoint -> endpoints.put(mspId, endpoint));
                }
            }
            return endpoints;
        }
    }
}
