package org.countyledger.embedded.testing;

import java.util.Optional;
import org.countyledger.embedded.Faults;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One network for all tests of a class, which each test finds as if it had just started:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final LedgerExtension LEDGER =
 *         LedgerExtension.of(ThrowawayNetwork.builder().chaincode("keys", KeyChaincode::new));
 * }</pre>
 *
 * <p>Tests take the {@link ThrowawayNetwork} or its {@link Faults} as parameters or from here. The network must be in
 * memory. Tests of a class may not run at the same time.
 */
public final class LedgerExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {
    private final ThrowawayNetwork.Builder builder;
    private Optional<ThrowawayNetwork> network = Optional.empty();
    private boolean isFresh;

    private LedgerExtension(ThrowawayNetwork.Builder builder) {
        this.builder = builder;
    }

    public static LedgerExtension of(ThrowawayNetwork.Builder builder) {
        return new LedgerExtension(builder);
    }

    public ThrowawayNetwork network() {
        return network.orElseThrow(() -> new IllegalStateException(
                "The network starts before the first test of a class whose static field this extension is"));
    }

    public Faults faults() {
        return network().faults();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        network = Optional.of(builder.start());
        isFresh = true;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!isFresh) {
            network().reset();
        }
        isFresh = false;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        network.ifPresent(ThrowawayNetwork::close);
        network = Optional.empty();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == ThrowawayNetwork.class || type == Faults.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Faults.class ? faults() : network();
    }
}
