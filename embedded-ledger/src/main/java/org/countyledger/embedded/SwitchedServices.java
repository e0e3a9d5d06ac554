package org.countyledger.embedded;

import io.grpc.BindableService;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The services of a server that keeps its ports while what is behind them is replaced or stopped. */
final class SwitchedServices extends HandlerRegistry {
    private final String whose;
    private final Set<ServerCall<?, ?>> running = ConcurrentHashMap.newKeySet();
    private volatile Map<String, ServerMethodDefinition<?, ?>> methods;
    private volatile boolean isStopped;

    SwitchedServices(String whose, List<BindableService> initial) {
        this.whose = whose;
        this.methods = methods(initial);
    }

    private static Map<String, ServerMethodDefinition<?, ?>> methods(List<BindableService> services) {
        Map<String, ServerMethodDefinition<?, ?>> methods = new HashMap<>();
        for (BindableService service : services) {
            service.bindService()
                    .getMethods()
                    .forEach(method -> methods.put(method.getMethodDescriptor().getFullMethodName(), method));
        }
        return methods;
    }

    @Override
    public @Nullable ServerMethodDefinition<?, ?> lookupMethod(String methodName, @Nullable String authority) {
        return methods.get(methodName);
    }

    /** Later calls go to these. */
    void replace(List<BindableService> services) {
        methods = methods(services);
    }

    /** Ends all calls, and answers every other by UNAVAILABLE until {@link #start}. */
    void stop() {
        isStopped = true;
        running.forEach(this::refuse);
    }

    void start() {
        isStopped = false;
    }

    private void refuse(ServerCall<?, ?> call) {
        try {
            call.close(Status.UNAVAILABLE.withDescription(whose + " is stopped"), new Metadata());
        } catch (IllegalStateException e) {
            // It has ended by itself meanwhile.
            running.remove(call);
        }
    }

    ServerInterceptor interceptor() {
        return new ServerInterceptor() {
            @Override
            public <Q, R> ServerCall.Listener<Q> interceptCall(
                    ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
                if (isStopped) {
                    refuse(call);
                    return new ServerCall.Listener<>() {};
                }
                running.add(call);
                return new Ending<>(next.startCall(call, headers), () -> running.remove(call));
            }
        };
    }

    /** Tells when a call is over. */
    private static final class Ending<Q> extends SimpleForwardingServerCallListener<Q> {
        private final Runnable ended;

        Ending(ServerCall.Listener<Q> listener, Runnable ended) {
            super(listener);
            this.ended = ended;
        }

        @Override
        public void onCancel() {
            ended.run();
            super.onCancel();
        }

        @Override
        public void onComplete() {
            ended.run();
            super.onComplete();
        }
    }
}
