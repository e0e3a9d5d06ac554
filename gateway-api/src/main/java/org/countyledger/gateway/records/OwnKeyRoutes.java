package org.countyledger.gateway.records;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.Signed;
import org.countyledger.gateway.problem.LedgerProblems;
import org.countyledger.gateway.security.Call;
import org.countyledger.gateway.security.HeldKeys;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Commands of officers who keep their own keys: prepare, sign, endorse, sign, submit. Nothing is kept between the steps, so
 * each may go to another gateway of the organisation.
 */
@RestController
@Tag(name = "own-keys")
final class OwnKeyRoutes {
    private final Collections collections;
    private final CommandDesk desk;
    private final LedgerClient client;

    OwnKeyRoutes(Collections collections, CommandDesk desk, LedgerClient client) {
        this.collections = collections;
        this.desk = desk;
        this.client = client;
    }

    @Operation(
            operationId = "proposeCreation",
            summary = "Prepare the creation of a record for an officer's own key",
            description =
                    "Nothing is written. The answer is to be signed and sent to /v1/endorsements within two minutes.")
    @Docs.Collection
    @Docs.SigningHeaders
    @Docs.CommandContent
    @PostMapping(path = "/v1/{collection}/proposals", consumes = MediaType.APPLICATION_JSON_VALUE)
    UnsignedResource creation(@RequestBody byte[] body, Call call) {
        return proposal(Target.creation(collections.table(call.path("collection"))), body, call);
    }

    @Operation(
            operationId = "proposeCommand",
            summary = "Prepare a command to a record for an officer's own key",
            description =
                    "Nothing is written. The answer is to be signed and sent to /v1/endorsements within two minutes.")
    @Docs.OneRecord
    @Docs.SigningHeaders
    @Docs.CommandContent
    @PostMapping(path = "/v1/{collection}/{id}/proposals", consumes = MediaType.APPLICATION_JSON_VALUE)
    UnsignedResource command(@RequestBody byte[] body, Call call) {
        Target target =
                new Target(collections.table(call.path("collection")), Optional.of(call.path("id")), Optional.empty());
        return proposal(target, body, call);
    }

    private UnsignedResource proposal(Target target, byte[] body, Call call) {
        HeldKeys.requireOwn(call.caller());
        CommandDraft draft = CommandDraft.read(target, body, call.headers());
        return UnsignedResource.of(client.propose(desk.submission(call.caller(), draft)));
    }

    @Operation(
            operationId = "endorse",
            summary = "Have a signed proposal endorsed",
            description =
                    "Nothing is written. The answer is to be signed in its turn and sent to /v1/submissions or, where"
                            + " it stages a private value, to /v1/stagings.")
    @Docs.SignedContent
    @PostMapping(path = "/v1/endorsements", consumes = MediaType.APPLICATION_JSON_VALUE)
    UnsignedResource endorse(@RequestBody byte[] body, Call call) {
        ClientIdentity officer = HeldKeys.requireOwn(call.caller());
        Signed proposal = SignedBody.read(body);
        return UnsignedResource.of(
                LedgerProblems.in(() -> OwnKeyProblems.in(() -> client.endorse(officer.subject(), proposal))));
    }

    @Operation(
            operationId = "submitTransaction",
            summary = "Submit an endorsed transaction that its officer has signed",
            description = "The same transaction again is the same operation.")
    @Docs.SignedContent
    @Docs.Waiting
    @Docs.WriteAnswers
    @PostMapping(path = "/v1/submissions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> submit(@RequestBody byte[] body, Call call) {
        ClientIdentity officer = HeldKeys.requireOwn(call.caller());
        Signed transaction = SignedBody.read(body);
        return desk.answer(OwnKeyProblems.in(() -> client.start(officer.subject(), transaction)), call.headers());
    }
}
