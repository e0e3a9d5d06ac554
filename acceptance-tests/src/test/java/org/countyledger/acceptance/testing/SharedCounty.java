package org.countyledger.acceptance.testing;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts a county once for all tests of the run that ask for it, and takes it away at the end. */
abstract class SharedCounty implements ParameterResolver, ExecutionCondition {
    private final String name;
    private final String command;

    SharedCounty(String name, String command) {
        this.name = name;
        this.command = command;
    }

    /** Each test by itself, so that each is named among the skipped. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Ledger.HERE
                .missing()
                .filter(unused -> context.getTestMethod().isPresent())
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("the ledger below is here"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        Attempt attempt = extension
                .getRoot()
                .getStore(Namespace.create(SharedCounty.class))
                .computeIfAbsent(name, unused -> Attempt.of(name, command), Attempt.class);
        return attempt.running();
    }

    /** A start that is not tried again if it failed. */
    private record Attempt(County county, Optional<CountyCommand.Outcome> outcome, Optional<Throwable> failure)
            implements AutoCloseable {

        static Attempt of(String name, String command) {
            County county = County.inNewDirectory(name);
            Runtime.getRuntime().addShutdownHook(new Thread(county::close));
            try {
                return new Attempt(county, Optional.of(county.start(command).expect(0)), Optional.empty());
            } catch (RuntimeException | AssertionError e) {
                return new Attempt(county, Optional.empty(), Optional.of(e));
            }
        }

        Running running() {
            failure.ifPresent(cause -> {
                throw new IllegalStateException("the county did not start", cause);
            });
            return new Running(county, outcome.orElseThrow());
        }

        @Override
        public void close() {
            county.close();
        }
    }
}
