package az.dost.vahid.kit;

import az.dost.vahid.kit.rehearse.PlayedAgency;
import az.dost.vahid.kit.rehearse.PlayedFault;
import az.dost.vahid.kit.rehearse.PlayedServer;
import az.dost.vahid.signature.rehearsal.PlayedGateway;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "mock", mixinStandardHelpOptions = true,
        description = "Play the agency from its samples, over its own protocol, with a key of its own and with faults; until interrupted.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:ended by a signal", "1:there is nothing to play, or the port is taken", "2:wrong arguments"})
final class MockCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Id of the connector.")
    private String id;

    @Option(names = "--port", defaultValue = "9200", description = "Port on the loopback interface (default: ${DEFAULT-VALUE}; 0: any).")
    private int port;

    @Option(names = "--keys", paramLabel = "DIR", defaultValue = "data/keys",
            description = "The gateway's vahid.keys: the played certificate is put into its folder agencies, and keys of a gateway where there are none (default: ${DEFAULT-VALUE}).")
    private Path keys;

    @Option(names = "--fault", paramLabel = "FAULT=SHARE", description = "Share of the answers (0 to 1) with a fault: ${COMPLETION-CANDIDATES}.",
            completionCandidates = FaultNames.class)
    private Map<PlayedFault, Double> faults = Map.of();

    @Mixin
    private ConnectorsOption connectors;

    @Option(names = "--json", description = "Print where it is played as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Quiet.logs();
        CheckedFolder folder = new ConnectorCheck(Kit.reader(), Kit.facts(), List.of()).read(connectors.folder(spec, id));
        PlayedAgency agency = Rehearsal.of(folder);
        PlayedGateway.keys(keys.resolve("gateway.p12"));
        agency.key().pin(keys.resolve("agencies").resolve(id + ".pem"));
        try (PlayedServer server = new PlayedServer(folder.connector(), agency, port, faults)) {
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(JsonNodeFactory.instance.objectNode().put("connector", id).put("endpoint", server.endpoint())
                        .put("setting", "vahid.endpoints." + folder.connector().endpoint()).put("timely", agency.timely()).toPrettyString());
            } else {
                say(folder, agency, server, out);
            }
            out.flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private void say(CheckedFolder folder, PlayedAgency agency, PlayedServer server, PrintWriter out) {
        out.println("Playing " + id + " at " + server.endpoint() + "; ask it with: connector try " + id + " --fin 5AB1CD2 --endpoint "
                + server.endpoint());
        out.println("For a gateway: --vahid.endpoints." + folder.connector().endpoint() + "=" + server.endpoint());
        if (!agency.timely()) {
            out.println("The time in a sample could not be found by the mapping's patterns: its answers are as old as the sample.");
        }
    }
}
