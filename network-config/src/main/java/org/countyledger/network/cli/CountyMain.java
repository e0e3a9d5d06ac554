package org.countyledger.network.cli;

/** Where {@code scripts/county} enters. */
public final class CountyMain {
    private CountyMain() {}

    public static void main(String[] arguments) {
        System.exit(CountyCommand.commandLine().execute(arguments));
    }
}
