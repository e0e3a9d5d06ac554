package org.countyledger.gateway.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelFuture;
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

    /** Counted by channel: what Reactor Netty calls a connection begins anew with every request that it carries. */
    private HttpServer limited(HttpServer server) {
        return server.requestTimeout(settings.requestTime()).doOnChannelInit((observer, channel, address) -> {
            ChannelFuture end = channel.closeFuture().addListener(closed -> open.decrementAndGet());
            if (open.incrementAndGet() > settings.connections() && !end.isDone()) {
                ChannelFuture unused = channel.close();
            }
        });
    }
}
