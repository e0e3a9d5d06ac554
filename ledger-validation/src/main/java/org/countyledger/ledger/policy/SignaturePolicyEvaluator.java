package org.countyledger.ledger.policy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.ledger.identity.PrincipalHolder;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/**
 * A tree of "n out of" over principals, evaluated as Fabric does ({@code common/cauthdsl}): rules left to right, all of
 * them, each takes the first signer not used before, and nothing is taken back. So the order of rules and of signers
 * matters, and a set that could satisfy the policy may be refused.
 */
public final class SignaturePolicyEvaluator implements Policy {
    private final Gate root;

    private SignaturePolicyEvaluator(Gate root) {
        this.root = root;
    }

    private sealed interface Gate {
        /** Marks the signers it takes in {@code used}; what a failing gate marked does not count. */
        boolean accept(List<? extends PrincipalHolder> signers, boolean[] used);
    }

    /** From the bytes of a channel policy. */
    public static SignaturePolicyEvaluator parse(ByteString envelope) throws InvalidPolicyException {
        try {
            SignaturePolicyEnvelope parsed = SignaturePolicyEnvelope.parseFrom(envelope);
            if (parsed.getVersion() != 0) {
                throw new InvalidPolicyException(
                        "This evaluator only understands messages of version 0, but version was "
                                + parsed.getVersion());
            }
            return of(parsed);
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidPolicyException("Error unmarshalling to SignaturePolicy", e);
        }
    }

    public static SignaturePolicyEvaluator of(SignaturePolicyEnvelope envelope) throws InvalidPolicyException {
        return new SignaturePolicyEvaluator(compile(envelope.getRule(), envelope.getIdentitiesList()));
    }

    private static Gate compile(SignaturePolicy rule, List<MSPPrincipal> principals) throws InvalidPolicyException {
        return switch (rule.getTypeCase()) {
            case SIGNED_BY -> {
                int index = rule.getSignedBy();
                if (index < 0 || index >= principals.size()) {
                    throw new InvalidPolicyException("identity index out of range, requested " + index
                            + ", but identities length is " + principals.size());
                }
                yield new SignedBy(principals.get(index));
            }
            case N_OUT_OF -> {
                List<Gate> gates = new ArrayList<>();
                for (SignaturePolicy inner : rule.getNOutOf().getRulesList()) {
                    gates.add(compile(inner, principals));
                }
                yield new NOutOf(rule.getNOutOf().getN(), List.copyOf(gates));
            }
            case TYPE_NOT_SET -> throw new InvalidPolicyException("Empty policy element");
        };
    }

    @Override
    public Optional<String> refusal(List<? extends PrincipalHolder> signers) {
        return root.accept(signers, new boolean[signers.size()])
                ? Optional.empty()
                : Optional.of("signature set did not satisfy policy");
    }

    private record SignedBy(MSPPrincipal principal) implements Gate {
        @Override
        public boolean accept(List<? extends PrincipalHolder> signers, boolean[] used) {
            for (int i = 0; i < used.length; i++) {
                if (!used[i] && signers.get(i).satisfies(principal)) {
                    used[i] = true;
                    return true;
                }
            }
            return false;
        }
    }

    private record NOutOf(int n, List<Gate> gates) implements Gate {
        @Override
        public boolean accept(List<? extends PrincipalHolder> signers, boolean[] used) {
            int verified = 0;
            for (Gate gate : gates) {
                boolean[] tried = used.clone();
                if (gate.accept(signers, tried)) {
                    verified++;
                    System.arraycopy(tried, 0, used, 0, used.length);
                }
            }
            return verified >= n;
        }
    }
}
