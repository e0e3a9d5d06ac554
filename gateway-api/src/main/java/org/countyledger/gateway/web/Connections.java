package org.countyledger.gateway.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServer;

/** Bounds what connections may cost: how many there are, and how long a request may take to come. */
@Component
final class Connections implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private final LimitSettings settings;
    private final AtomicInteger open = new AtomicInteger();

    Connections(LimitSettings settings, MeterRegistry registry) {
        this.settings = settings;
        Gauge.builder("county.connections.open", open, AtomicInteger::get)
                .description("Connections that clients hold")
                .register(registry);
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(this::limited);
    }

    private HttpServer limited(HttpServer server) {
        return server.requestTimeout(settings.requestTime()).doOnConnection(connection -> {
            connection.onDispose(open::decrementAndGet);
            if (open.incrementAndGet() > settings.connections()) {
                connection.dispose();
            }
        });
    }
}
