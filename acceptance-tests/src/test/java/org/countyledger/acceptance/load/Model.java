package org.countyledger.acceptance.load;

import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.Kind;

/** What all clients of a load were told. */
public final class Model {
    private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();
    private final Set<String> operations = ConcurrentHashMap.newKeySet();

    void promised(Promise promise) {
        promises.add(promise);
    }

    void mentioned(String operation) {
        if (!operation.isEmpty()) {
            operations.add(operation);
        }
    }

    public List<Promise> promises() {
        return List.copyOf(promises);
    }

    /** Promises about one record, in the order of their sequence. */
    public List<Promise> promises(String recordId) {
        return promises.stream()
                .filter(promise -> promise.command().target().id().equals(recordId))
                .sorted(Comparator.comparingLong(
                        promise -> promise.command().target().seq()))
                .toList();
    }

    /** Ids of all operations that an answer named. */
    public Set<String> operations() {
        return Set.copyOf(operations);
    }

    /** Ids of the records of a kind that were created. */
    public List<String> created(Kind kind) {
        return promises.stream()
                .map(promise -> promise.command().target())
                .filter(target -> target.kind() == kind && target.seq() == 0)
                .map(Command.Target::id)
                .distinct()
                .toList();
    }

    public int count() {
        return promises.size();
    }
}
