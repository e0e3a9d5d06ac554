package org.countyledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.countyledger.ledger.rwset.NamespaceReadWrites;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an unmodified chaincode gets when it asks its ledger. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChaincodeFunctionsTest {
    private final ThrowawayNetwork network = ThrowawayNetwork.builder()
            .organizations("CivilAffairsMSP", "AuditMSP")
            .chaincode("keys", KeyChaincode::new)
            .chaincode("other", KeyChaincode::new)
            .start();
    private final Client client = Client.of(network, "CivilAffairsMSP");

    @AfterAll
    void close() {
        client.close();
        network.close();
    }

    private String submit(String function, String... arguments) throws Exception {
        return new String(client.keys().submitTransaction(function, arguments), UTF_8);
    }

    private String evaluate(String function, String... arguments) throws Exception {
        return new String(client.keys().evaluateTransaction(function, arguments), UTF_8);
    }

    private List<String> fill(String prefix, int keys) throws Exception {
        List<String> names = IntStream.range(0, keys)
                .mapToObj(i -> prefix + "%03d".formatted(i))
                .toList();
        submit("putAll", names.toArray(String[]::new));
        return names;
    }

    @Test
    void aLongRangeArrivesWholeAndInOrder() throws Exception {
        List<String> names = fill("long-", 230);

        assertThat(evaluate("scan", "long-", "long-~").split(","))
                .containsExactlyElementsOf(
                        names.stream().map(name -> name + "=x").toList());
        assertThat(submit("count", "long-", "long-~", "counted")).isEqualTo("230");
    }

    @Test
    void pagesContinueAtTheirBookmark() throws Exception {
        List<String> names = fill("page-", 5);
        List<String> paged = new ArrayList<>();
        String bookmark = "";
        do {
            String[] page = evaluate("page", "page-", "page-~", "2", bookmark).split(",", -1);
            paged.addAll(List.of(page).subList(0, page.length - 1));
            bookmark = page[page.length - 1];
        } while (!bookmark.isEmpty());

        assertThat(paged).isEqualTo(names);
    }

    @Test
    void aKeysHistoryIsNewestFirstAndOutlivesItsDeletion() throws Exception {
        submit("put", "told", "1");
        submit("put", "told", "2");
        submit("delete", "told");
        submit("put", "told", "3");

        assertThat(evaluate("history", "told")).isEqualTo("3,deleted,2,1");
        assertThat(evaluate("history", "tol")).isEmpty();
    }

    @Test
    void aDeletedKeyIsGoneFromReadsAndRanges() throws Exception {
        submit("put", "gone-1", "1");
        submit("delete", "gone-1");

        assertThat(evaluate("get", "gone-1")).isEmpty();
        assertThat(evaluate("scan", "gone-", "gone-~")).isEmpty();
    }

    @Test
    void aCalledChaincodeWritesUnderItsOwnNameInTheCallersTransaction() throws Exception {
        SubmittedTransaction submitted = client.keys()
                .newProposal("call")
                .addArguments("other", "put", "called", "1")
                .build()
                .endorse()
                .submitAsync();

        assertThat(submitted.getStatus().isSuccessful()).isTrue();
        assertThat(Blocks.transaction(network.ledger(), submitted.getTransactionId())
                        .results()
                        .orElseThrow()
                        .namespaces())
                .extracting(NamespaceReadWrites::namespace)
                .containsExactly("_lifecycle", "other");
        assertThat(new String(client.contract("other").evaluateTransaction("get", "called"), UTF_8))
                .isEqualTo("1");
        assertThat(evaluate("get", "called")).isEmpty();
    }

    @Test
    void aChaincodeCannotCallItselfOrNobody() {
        for (String called : List.of("keys", "nobody")) {
            Failure failure = Failure.of(() -> client.keys().evaluateTransaction("call", called, "get", "k"));

            assertThat(failure.code()).isEqualTo(Code.ABORTED);
            assertThat(failure.details())
                    .hasSize(2)
                    .allMatch(detail -> detail.contains("error in simulation: transaction returned with failure: ")
                            && detail.contains("Unsuccessful response received."));
        }
    }

    @Test
    void anEmptyValueIsNoValue() throws Exception {
        submit("put", "empty", "something");
        submit("put", "empty", "");

        assertThat(evaluate("scan", "empty", "empty~")).isEmpty();
        assertThat(evaluate("history", "empty")).isEqualTo("deleted,something");
    }
}
