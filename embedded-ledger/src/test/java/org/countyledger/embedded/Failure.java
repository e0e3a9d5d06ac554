package org.countyledger.embedded;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hyperledger.fabric.client.GatewayException;

/** A failure as the official client's typed exceptions show it; details as {@code MSP: message}. */
record Failure(Class<?> type, Status.Code code, String description, List<String> details) {
    static Failure of(ThrowingCallable call) {
        GatewayException thrown = catchThrowableOfType(GatewayException.class, call);
        if (thrown == null) {
            throw new AssertionError("The call did not fail");
        }
        return new Failure(
                thrown.getClass(),
                thrown.getStatus().getCode(),
                String.valueOf(thrown.getStatus().getDescription()),
                thrown.getDetails().stream()
                        .map(detail -> detail.getMspId() + ": " + detail.getMessage())
                        .toList());
    }
}
