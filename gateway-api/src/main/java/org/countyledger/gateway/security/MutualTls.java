package org.countyledger.gateway.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.stereotype.Component;

/** The door of departments' systems: the same routes under the same limits, behind TLS with certificates on both sides. */
@Component
@Lazy(false)
public final class MutualTls implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MutualTls.class);

    private final MutualTlsSettings settings;
    private final AutowireCapableBeanFactory beans;
    private final HttpHandler handler;
    private volatile @Nullable WebServer server;

    MutualTls(MutualTlsSettings settings, AutowireCapableBeanFactory beans, HttpHandler handler) {
        this.settings = settings;
        this.beans = beans;
        this.handler = handler;
    }

    @Override
    public void start() {
        if (settings.port() == null) {
            return;
        }
        // What is set for the first door holds for this one: sizes, times, number of connections.
        NettyReactiveWebServerFactory factory = (NettyReactiveWebServerFactory)
                beans.initializeBean(new NettyReactiveWebServerFactory(), "mutualTlsServer");
        factory.setPort(settings.port());
        factory.setSsl(ssl());
        WebServer started = factory.getWebServer(handler);
        started.start();
        server = started;
        LOG.info("Departments' systems are let in at port {}", started.getPort());
    }

    private Ssl ssl() {
        Ssl ssl = new Ssl();
        ssl.setClientAuth(Ssl.ClientAuth.NEED);
        ssl.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        ssl.setCertificate(text(Objects.requireNonNull(settings.certificate())));
        ssl.setCertificatePrivateKey(text(Objects.requireNonNull(settings.privateKey())));
        ssl.setTrustCertificate(
                settings.authorities().stream().map(MutualTls::text).collect(Collectors.joining("\n")));
        return ssl;
    }

    private static String text(Path pem) {
        try {
            return Files.readString(pem);
        } catch (IOException e) {
            throw new UncheckedIOException("county.mutual-tls: " + pem + " cannot be read", e);
        }
    }

    /** Where it listens; -1 while it does not. */
    public int port() {
        WebServer running = server;
        return running == null ? -1 : running.getPort();
    }

    @Override
    public void stop() {
        WebServer running = server;
        if (running != null) {
            running.stop();
            running.destroy();
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
