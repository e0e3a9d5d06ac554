package org.countyledger.acceptance.load;

import java.util.function.Supplier;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.Reply;

/**
 * A command that was answered as committed.
 *
 * @param again sends the very same once more
 */
public record Promise(Command command, String txId, Supplier<Reply> again) {}
