package org.countyledger.gateway.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The OpenID provider, if there is one. Its keys are read in the background, so that checking a token never waits; one that
 * does not hold makes them be read again soon, since its key may be new.
 */
@Component("oidc")
@Lazy(false)
final class OpenIdProvider implements SmartLifecycle, HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdProvider.class);
    private static final Duration SOONEST = Duration.ofSeconds(2);

    private final OidcSettings settings;
    private final Optional<ProviderKeys> keys;
    private final Optional<DefaultJWTProcessor<SecurityContext>> processor;
    private final Semaphore wanted = new Semaphore(0);
    private volatile Optional<String> trouble = Optional.empty();
    private volatile @Nullable Thread thread;

    OpenIdProvider(OidcSettings settings) {
        this.settings = settings;
        this.keys = settings.provider().map(ProviderKeys::new);
        this.processor = keys.map(source -> TokenRules.processor(
                source,
                new DefaultJWTClaimsVerifier<>(
                        settings.audience(),
                        new JWTClaimsSet.Builder()
                                .issuer(String.valueOf(settings.issuer()))
                                .build(),
                        TokenRules.REQUIRED)));
    }

    /** Whether tokens of this issuer are its. */
    boolean is(String issuer) {
        return settings.provider().filter(own -> own.toString().equals(issuer)).isPresent();
    }

    /** Changes whenever its keys may have. */
    int edition() {
        return keys.map(ProviderKeys::edition).orElse(0);
    }

    /** The subject of an identity, by the claim that is configured. */
    String subject(JWT token) throws ParseException, BadJOSEException, JOSEException {
        try {
            JWTClaimsSet claims = processor.orElseThrow().process(token, null);
            return Optional.ofNullable(claims.getStringClaim(settings.claim())).orElse("");
        } catch (BadJOSEException e) {
            wanted.release();
            throw e;
        }
    }

    @Override
    public void start() {
        keys.ifPresent(source -> thread = Thread.ofVirtual().name("openid keys").start(() -> run(source)));
    }

    private void run(ProviderKeys source) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Optional<String> now = source.read();
                now.filter(sentence -> trouble.isEmpty())
                        .ifPresent(sentence -> LOG.warn("OpenID provider {}: {}", settings.issuer(), sentence));
                trouble = now;
                Duration pause = now.isPresent() ? SOONEST : settings.refresh();
                Thread.sleep(SOONEST);
                wanted.drainPermits();
                boolean unused = wanted.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            LOG.debug("Keys of the OpenID provider are read no more");
        }
    }

    @Override
    public Health health() {
        if (keys.isEmpty()) {
            return Health.up().withDetail("provider", "none").build();
        }
        return trouble.map(sentence -> Health.down().withDetail("trouble", sentence))
                .orElseGet(Health::up)
                .build();
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
