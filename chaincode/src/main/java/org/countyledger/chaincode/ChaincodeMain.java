package org.countyledger.chaincode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countyledger.domain.record.MalformedJson;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyChaincodeServer;

/**
 * Serves the contract to one peer: {@code ChaincodeMain --settings FILE}. One process for each peer, because the shim keeps
 * the state of the connection in the contract's one instance.
 */
public final class ChaincodeMain {
    private static final int DAYS_30_SECONDS = 30 * 24 * 3600;

    private static final Logger SHIM = quiet();

    private ChaincodeMain() {}

    @SuppressWarnings("SystemOut") // the lines are what the program has to say
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 2 || !arguments[0].equals("--settings")) {
            System.err.println("Usage: ChaincodeMain --settings FILE");
            System.exit(2);
            return;
        }
        try {
            serve(ChaincodeSettings.read(Path.of(arguments[1])));
        } catch (IOException | MalformedJson e) {
            System.err.println("The chaincode cannot start with the settings " + arguments[1] + ": " + e.getMessage());
            System.exit(1);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void serve(ChaincodeSettings settings) throws IOException, InterruptedException {
        CountyChaincode contract =
                new CountyChaincode(settings.chaincode(), Clock.systemUTC(), settings.clockTolerance());
        contract.prepare(settings.packageId());
        NettyChaincodeServer server = new NettyChaincodeServer(contract, properties(settings));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::stop));
        System.out.println("chaincode " + settings.chaincode() + " of " + settings.mspId() + " serves "
                + settings.host() + ":" + settings.port() + ", logging " + SHIM.getLevel());
        server.start();
    }

    /** The shim would log at INFO what it is asked: silence is a matter of privacy. Kept, or a logger forgets its level. */
    private static Logger quiet() {
        Logger shim = Logger.getLogger("org.hyperledger.fabric");
        shim.setLevel(Level.WARNING);
        return shim;
    }

    private static ChaincodeServerProperties properties(ChaincodeSettings settings) throws IOException {
        ChaincodeServerProperties properties = new ChaincodeServerProperties();
        properties.setServerAddress(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()));
        properties.setMaxConnectionAgeSeconds(DAYS_30_SECONDS);
        settings.tls().ifPresent(tls -> {
            properties.setTlsEnabled(true);
            properties.setKeyCertChainFile(tls.certificate());
            properties.setKeyFile(tls.privateKey());
            properties.setTrustCertCollectionFile(tls.clientRoots());
        });
        return properties;
    }
}
