package org.countyledger.gateway.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.MalformedJson;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.records.BodyProblems;
import org.countyledger.gateway.stream.StreamPosition;

/**
 * What a department wishes to be told.
 *
 * @param url of an origin that this gateway may call
 * @param topics collections
 * @param town only records of this town
 * @param after id of the last event that is known already; without it the telling begins now
 */
@Schema(name = "WebhookWish")
record WebhookBody(String url, List<String> topics, Optional<String> town, Optional<String> after) {
    private static final int MAX_URL = 2000;
    private static final int MAX_TOPICS = 40;
    private static final Pattern TOWN = Pattern.compile("[0-9]{9}");
    private static final Text NOT_ALLOWED = new Text("本网关不得调用该地址。", "This gateway may not call that address.");

    static WebhookBody read(byte[] json) {
        try {
            return CanonicalJson.read(json, WebhookBody.class);
        } catch (MalformedJson e) {
            throw new ProblemException(Finding.of(ProblemCode.MALFORMED_REQUEST));
        }
    }

    WebhookBody {
        topics = List.copyOf(topics);
    }

    URI target(WebhookSettings settings) {
        try {
            URI target = new URI(url);
            if (url.length() <= MAX_URL && settings.allows(target)) {
                return target;
            }
        } catch (URISyntaxException e) {
            throw BodyProblems.only("/url", BodyProblems.NOT_WELL_FORMED);
        }
        throw BodyProblems.only("/url", NOT_ALLOWED);
    }

    /** Everything but the address. */
    WebhookBody checked() {
        if (topics.isEmpty() || topics.size() > MAX_TOPICS) {
            throw BodyProblems.only("/topics", BodyProblems.NOT_WELL_FORMED);
        }
        if (town.filter(code -> !TOWN.matcher(code).matches()).isPresent()) {
            throw BodyProblems.only("/town", BodyProblems.NOT_WELL_FORMED);
        }
        return this;
    }

    Optional<StreamPosition> position() {
        return after.map(text -> StreamPosition.parse(text)
                .orElseThrow(() -> BodyProblems.only("/after", BodyProblems.NOT_WELL_FORMED)));
    }
}
