package org.countyledger.ledger.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/**
 * Policies as people write them: {@code OutOf(2, 'A.peer', AND('B.member', 'C.admin'))}, with AND, OR and OutOf in
 * upper, lower or Fabric's own case. Gives the same bytes as Fabric's {@code policydsl.FromString}: principals of inner
 * gates are numbered before those of the outer one.
 */
public final class PolicyText {
    private static final Pattern PRINCIPAL = Pattern.compile("([A-Za-z0-9.-]+)\\.(admin|member|client|peer|orderer)");

    private final String text;
    private int at;

    private PolicyText(String text) {
        this.text = text;
    }

    private sealed interface Node {}

    private record Principal(String mspId, MSPRoleType role) implements Node {}

    private record Gate(int n, List<Node> inner) implements Node {}

    public static SignaturePolicyEnvelope parse(String text) throws InvalidPolicyException {
        PolicyText parser = new PolicyText(text);
        Gate root = parser.gate();
        parser.skipSpace();
        if (parser.at != text.length()) {
            throw parser.problem("the end");
        }
        SignaturePolicyEnvelope.Builder envelope = SignaturePolicyEnvelope.newBuilder();
        return envelope.setRule(encode(root, envelope)).build();
    }

    private static SignaturePolicy encode(Gate gate, SignaturePolicyEnvelope.Builder envelope) {
        SignaturePolicy[] rules = new SignaturePolicy[gate.inner().size()];
        for (int i = 0; i < rules.length; i++) {
            if (gate.inner().get(i) instanceof Gate inner) {
                rules[i] = encode(inner, envelope);
            }
        }
        for (int i = 0; i < rules.length; i++) {
            if (gate.inner().get(i) instanceof Principal principal) {
                rules[i] = SignaturePolicy.newBuilder()
                        .setSignedBy(envelope.getIdentitiesCount())
                        .build();
                envelope.addIdentities(ApplicationPolicies.role(principal.mspId(), principal.role()));
            }
        }
        return SignaturePolicy.newBuilder()
                .setNOutOf(SignaturePolicy.NOutOf.newBuilder().setN(gate.n()).addAllRules(List.of(rules)))
                .build();
    }

    private Gate gate() throws InvalidPolicyException {
        skipSpace();
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        expect('(');
        boolean outOf = isNamed(name, "OutOf");
        int n = outOf ? number() : 0;
        List<Node> inner = new ArrayList<>();
        if (outOf) {
            expect(',');
        } else if (!isNamed(name, "And") && !isNamed(name, "Or")) {
            throw new InvalidPolicyException("unrecognized token '" + name + "' in policy string");
        }
        do {
            inner.add(node());
        } while (take(','));
        expect(')');
        int needed = outOf ? n : isNamed(name, "And") ? inner.size() : 1;
        if (needed > inner.size() + 1) {
            throw new InvalidPolicyException("invalid t-out-of-n predicate, t " + needed + ", n " + inner.size());
        }
        return new Gate(needed, List.copyOf(inner));
    }

    private Node node() throws InvalidPolicyException {
        skipSpace();
        char quote = at < text.length() ? text.charAt(at) : ' ';
        if (quote != '\'' && quote != '"') {
            return gate();
        }
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw problem("a closing quote");
        }
        String written = text.substring(at + 1, end);
        at = end + 1;
        Matcher principal = PRINCIPAL.matcher(written);
        if (!principal.matches()) {
            throw new InvalidPolicyException("error parsing principal " + written);
        }
        return new Principal(
                principal.group(1), MSPRoleType.valueOf(principal.group(2).toUpperCase(Locale.ROOT)));
    }

    private int number() throws InvalidPolicyException {
        skipSpace();
        int start = at;
        while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
            at++;
        }
        if (start == at || at - start > 4) {
            throw problem("a number");
        }
        return Integer.parseInt(text.substring(start, at));
    }

    private static boolean isNamed(String name, String gate) {
        return name.equals(gate)
                || name.equals(gate.toLowerCase(Locale.ROOT))
                || name.equals(gate.toUpperCase(Locale.ROOT));
    }

    private boolean take(char expected) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char expected) throws InvalidPolicyException {
        if (!take(expected)) {
            throw problem("'" + expected + "'");
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private InvalidPolicyException problem(String expected) {
        return new InvalidPolicyException("policy text, expected " + expected + " at character " + at + ": " + text);
    }
}
