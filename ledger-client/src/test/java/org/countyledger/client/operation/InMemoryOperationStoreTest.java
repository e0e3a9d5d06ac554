package org.countyledger.client.operation;

class InMemoryOperationStoreTest extends OperationStoreContract {
    private final OperationStore store = new InMemoryOperationStore();

    @Override
    OperationStore store() {
        return store;
    }
}
