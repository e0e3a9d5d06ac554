package org.countyledger.client;

import com.google.protobuf.ByteString;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.hyperledger.fabric.protos.peer.Endorsement;

/** Collects the words of organisations about one question; all that count are equal to the first. */
final class AttestationRound {
    private final Deque<String> organizations;
    private final int wanted;
    private final SortedMap<String, Endorsement> said = new TreeMap<>();
    private final SortedMap<String, String> trouble = new TreeMap<>();
    private Optional<ByteString> answer = Optional.empty();

    AttestationRound(List<String> organizations, int wanted) {
        this.organizations = new ArrayDeque<>(organizations);
        this.wanted = wanted;
    }

    /** As many askers as words are wanted; each goes on to the next organisation until it has one. */
    void run(Function<String, Word> ask) {
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < wanted; i++) {
                Future<?> unused = askers.submit(() -> collectOne(ask));
            }
        }
    }

    private void collectOne(Function<String, Word> ask) {
        for (Optional<String> next = next(); next.isPresent(); next = next()) {
            String organization = next.get();
            if (take(organization, ask.apply(organization))) {
                return;
            }
        }
    }

    private synchronized Optional<String> next() {
        return Optional.ofNullable(organizations.poll());
    }

    private synchronized boolean take(String organization, Word word) {
        return switch (word) {
            case Word.Silent silent -> {
                trouble.put(organization, silent.reason());
                yield false;
            }
            case Word.Said one -> take(organization, one);
        };
    }

    private boolean take(String organization, Word.Said word) {
        if (answer.filter(first -> !first.equals(word.signed())).isPresent()) {
            trouble.put(organization, "it answered differently");
            return false;
        }
        answer = Optional.of(word.signed());
        said.put(organization, word.endorsement());
        return true;
    }

    synchronized Attestation result(String txId, ByteString proposal) {
        return answer.filter(signed -> said.size() >= wanted)
                .<Attestation>map(signed -> new Attestation.Attested(proposal, signed, List.copyOf(said.values())))
                .orElseGet(() -> new Attestation.TooFew(txId, wanted, Collections.unmodifiableSortedMap(trouble)));
    }
}
