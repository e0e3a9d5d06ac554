package org.countyledger.gateway.open311;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/** The fields of a report, for the description of the API; {@link Report} reads them. */
@Schema(
        name = "Open311Report",
        requiredProperties = {"service_code", "description", "address_id"})
record ReportSchema(
        @Schema(description = "An officer's bearer token; not needed with an Authorization header")
        @JsonProperty("api_key")
        String apiKey,

        @JsonProperty("jurisdiction_id") String jurisdictionId,
        @JsonProperty("service_code") String serviceCode,
        String description,

        @Schema(description = "Town code, nine digits; attribute[town] does the same") @JsonProperty("address_id")
        String addressId,

        @Schema(description = "ORAL, TELEPHONE, LETTER (if it is left out) or VISIT")
        @JsonProperty("attribute[channel]")
        String channel,

        String lat,

        @JsonProperty("long") String longitude,
        @JsonProperty("address_string") String addressString,
        @JsonProperty("media_url") String mediaUrl,
        @JsonProperty("first_name") String firstName,
        @JsonProperty("last_name") String lastName,
        String email,
        String phone,
        @JsonProperty("device_id") String deviceId,
        @JsonProperty("account_id") String accountId) {}
