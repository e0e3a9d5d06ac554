package org.countyledger.embedded.gateway;

import io.grpc.Context;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.ledger.rwset.KeyOrder;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.ChaincodeCall;
import org.hyperledger.fabric.protos.peer.ChaincodeInterest;

/** Collects endorsements for one organisation's gateway ({@code internal/pkg/gateway/endorse.go}). */
final class Endorsing {
    private static final String FIRST_FAILED = "failed to endorse transaction, see attached details for more info";
    private static final String NOT_ENOUGH =
            "failed to collect enough transaction endorsements, see attached details for more info";
    private static final long ENDORSEMENT_SECONDS = 30;

    private final GatewayContext context;
    private final String own;
    private final Layouts layouts;

    Endorsing(GatewayContext context, String own) {
        this.context = context;
        this.own = own;
        this.layouts = new Layouts(context.channel());
    }

    /** A finished collection. */
    record Endorsed(EndorsementPlan plan, SortedSet<String> layout) {}

    /** One peer of each named organisation; no policy is consulted. */
    Endorsed byOrganizations(ProposalParts proposal, List<String> organizations) {
        NavigableSet<String> layout = new TreeSet<>(KeyOrder.UTF8);
        layout.addAll(organizations);
        List<String> missing = layout.stream()
                .filter(mspId -> servingPeer(mspId, proposal).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw RpcErrors.of(
                    Code.UNAVAILABLE, "failed to find any endorsing peers for org(s): " + String.join(", ", missing));
        }
        return collect(proposal, List.of(layout), new EndorsementPlan());
    }

    private boolean isOurs(ProposalParts proposal) {
        return proposal.channel().equals(context.channel().channelId());
    }

    /** Endorses on one peer, learns from it which policies count, and asks the peers these need. */
    Endorsed byPolicy(ProposalParts proposal) {
        EndorsingPeer first = firstPeer(proposal);
        Outcome outcome = await(
                context.executor().submit(() -> Outcome.ask(first, own, proposal.signed())),
                "endorsement timeout expired while collecting first endorsement");
        if (!outcome.isOk()) {
            throw RpcErrors.of(Code.ABORTED, FIRST_FAILED, List.of(outcome.detail()));
        }
        EndorsementPlan plan = new EndorsementPlan();
        plan.add(outcome);
        return collect(proposal, planned(proposal, outcome.response().getInterest(), first.mspId()), plan);
    }

    /**
     * With transient data only members of the collections may be asked, whether they need to read there or not; a plan that
     * would be possible without this care is refused with the advice to name the organisations.
     */
    private List<SortedSet<String>> planned(ProposalParts proposal, ChaincodeInterest answered, String first) {
        ChaincodeInterest interest = answered.getChaincodesCount() == 0 ? called(proposal) : answered;
        List<String> guarded = proposal.hasTransientData() ? writtenOnly(interest) : List.of();
        if (guarded.isEmpty()) {
            return layouts(interest, first);
        }
        ChaincodeInterest.Builder careful = interest.toBuilder();
        careful.getChaincodesBuilderList().forEach(call -> call.setNoPrivateReads(false));
        try {
            return layouts(careful.build(), first);
        } catch (StatusRuntimeException e) {
            var unused = layouts(interest, first);
            throw RpcErrors.of(
                    Code.FAILED_PRECONDITION,
                    "requires endorsement from organisation(s) that are not in the distribution policy of the private"
                            + " data collection(s): [" + String.join(" ", guarded)
                            + "]; retry specifying trusted endorsing organizations to protect transient data");
        }
    }

    private static List<String> writtenOnly(ChaincodeInterest interest) {
        return interest.getChaincodesList().stream()
                .filter(ChaincodeCall::getNoPrivateReads)
                .flatMap(call -> call.getCollectionNamesList().stream())
                .toList();
    }

    private List<SortedSet<String>> layouts(ChaincodeInterest interest, String first) {
        try (StateSnapshot state = context.state().get()) {
            return layouts.find(interest, state, context.peers(), first);
        } catch (Layouts.NoLayoutException e) {
            throw RpcErrors.of(Code.FAILED_PRECONDITION, e.text());
        }
    }

    /** The own peer if it runs the chaincode, whatever the policy says; else the first one that may endorse. */
    private EndorsingPeer firstPeer(ProposalParts proposal) {
        Optional<EndorsingPeer> ownPeer = servingPeer(own, proposal);
        if (ownPeer.isPresent()) {
            return ownPeer.get();
        }
        if (proposal.hasTransientData()) {
            throw RpcErrors.of(
                    Code.FAILED_PRECONDITION,
                    "no endorsers found in the gateway's organization; retry specifying endorsing"
                            + " organization(s) to protect transient data");
        }
        if (!isOurs(proposal)) {
            throw RpcErrors.of(Code.FAILED_PRECONDITION, Layouts.noMetadata(proposal.chaincode(), proposal.channel()));
        }
        String first = layouts(called(proposal), own).getFirst().first();
        return peer(first).orElseThrow();
    }

    private Optional<EndorsingPeer> servingPeer(String mspId, ProposalParts proposal) {
        return peer(mspId).filter(peer -> isOurs(proposal) && peer.isRunning() && peer.serves(proposal.chaincode()));
    }

    private static ChaincodeInterest called(ProposalParts proposal) {
        return ChaincodeInterest.newBuilder()
                .addChaincodes(ChaincodeCall.newBuilder().setName(proposal.chaincode()))
                .build();
    }

    private Optional<EndorsingPeer> peer(String mspId) {
        return context.peers().stream()
                .filter(peer -> peer.mspId().equals(mspId))
                .findFirst();
    }

    /** Asks all missing peers of a layout at once; goes to the next layout when one of them fails. */
    private Endorsed collect(ProposalParts proposal, List<SortedSet<String>> candidates, EndorsementPlan plan) {
        for (SortedSet<String> layout : candidates) {
            if (layout.stream().anyMatch(plan::hasFailed)) {
                continue;
            }
            List<Future<Outcome>> asked = new ArrayList<>();
            for (String mspId : layout) {
                if (!plan.hasEndorsed(mspId)) {
                    EndorsingPeer peer = peer(mspId).orElseThrow();
                    asked.add(context.executor().submit(() -> Outcome.ask(peer, own, proposal.signed())));
                }
            }
            for (Future<Outcome> answer : asked) {
                plan.add(await(answer, "endorsement timeout expired while collecting endorsements"));
            }
            if (plan.isComplete(layout)) {
                return new Endorsed(plan, layout);
            }
        }
        List<ErrorDetail> errors = plan.errors().stream()
                .sorted(Comparator.comparing(ErrorDetail::getMspId, KeyOrder.UTF8))
                .toList();
        throw RpcErrors.of(Code.ABORTED, NOT_ENOUGH, errors);
    }

    /** Waits until the call's deadline, at most 30 s. A peer that answers later is not interrupted. */
    private static Outcome await(Future<Outcome> answer, String timeoutMessage) {
        var deadline = Context.current().getDeadline();
        long millis = TimeUnit.SECONDS.toMillis(ENDORSEMENT_SECONDS) + TimeUnit.SECONDS.toMillis(5);
        if (deadline != null) {
            millis = Math.min(millis, Math.max(0, deadline.timeRemaining(TimeUnit.MILLISECONDS)));
        }
        try {
            return answer.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw RpcErrors.of(Code.DEADLINE_EXCEEDED, timeoutMessage);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RpcErrors.of(Code.CANCELLED, "the gateway is closing");
        } catch (ExecutionException e) {
            throw new IllegalStateException("A peer failed to answer", e.getCause());
        }
    }
}
