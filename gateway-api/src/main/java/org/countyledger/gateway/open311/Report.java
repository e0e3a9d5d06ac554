package org.countyledger.gateway.open311;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.countyledger.domain.record.Clear;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

/**
 * A report as an application hands it in for somebody (GeoReport v2, POST Service Request).
 *
 * @param text private: what happened, and where
 * @param identity private: who says so; empty for reports without a name
 */
record Report(String serviceCode, String town, String channel, Map<String, Object> text, Map<String, Object> identity) {
    private static final Pattern TOWN = Pattern.compile("[0-9]{9}");
    private static final Set<String> CHANNELS = Set.of("ORAL", "TELEPHONE", "LETTER", "VISIT");
    private static final Set<String> WHAT = Set.of("description", "lat", "long", "address_string", "media_url");
    private static final Set<String> WHO =
            Set.of("first_name", "last_name", "email", "phone", "device_id", "account_id");
    private static final Set<String> OTHER =
            Set.of("jurisdiction_id", "api_key", "service_code", "address_id", "attribute[town]", "attribute[channel]");

    static Report of(MultiValueMap<String, String> form) {
        form.keySet().stream()
                .filter(name -> !WHAT.contains(name) && !WHO.contains(name) && !OTHER.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw refused("an attribute is not known: GET services/{service_code} says which are");
                });
        String code = value(form, "service_code").orElseThrow(() -> refused("service_code was not provided"));
        if (!Services.isPublic(code)) {
            throw new Open311Exception(HttpStatus.NOT_FOUND, "service_code was not found");
        }
        if (value(form, "description").isEmpty()) {
            throw refused("description was not provided");
        }
        String town = value(form, "attribute[town]")
                .or(() -> value(form, "address_id"))
                .filter(given -> TOWN.matcher(given).matches())
                .orElseThrow(() -> refused("address_id or attribute[town] must be a town code of nine digits"));
        String channel = value(form, "attribute[channel]").orElse("LETTER");
        if (!CHANNELS.contains(channel)) {
            throw refused("attribute[channel] is one of ORAL, TELEPHONE, LETTER, VISIT");
        }
        return new Report(code, town, channel, values(form, WHAT), values(form, WHO));
    }

    private static Open311Exception refused(String description) {
        return new Open311Exception(HttpStatus.BAD_REQUEST, description);
    }

    private static Optional<String> value(MultiValueMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Map<String, Object> values(MultiValueMap<String, String> form, Set<String> names) {
        Map<String, Object> values = new TreeMap<>();
        names.forEach(name -> value(form, name).ifPresent(text -> values.put(name, text)));
        return values;
    }

    /** What stands in clear. Who is named is named to the registrar only. */
    Clear clear() {
        return new Clear(Map.of(
                "category", serviceCode,
                "town", town,
                "mode", identity.isEmpty() ? "ANONYMOUS" : "CONFIDENTIAL",
                "urgent", false,
                "channel", channel));
    }

    /** Private values by their groups. */
    Map<String, Map<String, Object>> contents() {
        return identity.isEmpty() ? Map.of("text", text) : Map.of("text", text, "identity", identity);
    }

    /** Personal: never in a log. */
    @Override
    public String toString() {
        return "Report " + serviceCode;
    }
}
