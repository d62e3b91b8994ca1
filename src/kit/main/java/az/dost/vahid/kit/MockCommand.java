package az.dost.vahid.kit;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.check.Kit;
import az.dost.vahid.check.rehearse.DropFault;
import az.dost.vahid.check.rehearse.FaultShares;
import az.dost.vahid.check.rehearse.PlayedDrops;
import az.dost.vahid.check.rehearse.PlayedFault;
import az.dost.vahid.check.rehearse.PlayedService;
import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.kit.certify.DropFaultLine;
import az.dost.vahid.kit.certify.FaultLine;
import az.dost.vahid.kit.certify.Rehearsal;
import az.dost.vahid.signature.rehearsal.PlayedGateway;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "mock",
        mixinStandardHelpOptions = true,
        description =
                "Play the agency from its samples, over its own protocol, with a key of its own and with faults; until interrupted.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:one file was left (--once)",
            "1:there is nothing to play, or the port is taken",
            "2:wrong arguments",
            "130:interrupted by Ctrl-C",
            "143:ended by a signal"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid connector mock civil-status --port 9200",
            "  vahid connector mock hospital-staff --into drops --once",
            "  vahid connector mock civil-status --fault SLOW=0.1 --fault GARBAGE=0.05"
        })
final class MockCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Id of the connector.")
    private String id;

    @Option(
            names = "--port",
            defaultValue = "9200",
            description = "Port on the loopback interface (default: ${DEFAULT-VALUE}; 0: any).")
    private int port;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            defaultValue = "data/keys",
            description =
                    "The gateway's vahid.keys: the played certificate is put into its folder agencies, and keys of a gateway where there are none (default: ${DEFAULT-VALUE}).")
    private Path keys;

    @Option(
            names = "--fault",
            paramLabel = "FAULT=SHARE",
            description =
                    "Share of the answers or files, of a view of the seconds (0 to 1), with a fault: ${COMPLETION-CANDIDATES}.",
            completionCandidates = FaultNames.class)
    private Map<String, Double> faults = Map.of();

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "Of an agency that leaves files: into this folder, and not over SFTP.")
    private Path into;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description =
                    "Of an agency that leaves files: the next one so long after the last was taken (default: ${DEFAULT-VALUE}).")
    private int every;

    @Option(names = "--once", description = "Of an agency that leaves files: leave one and end; with --into.")
    private boolean once;

    @Mixin
    private ConnectorsOption connectors;

    @Option(names = "--json", description = "Print where it is played as JSON.")
    private boolean json;

    @Override
    public int run() throws Exception {
        CheckedFolder folder =
                new ConnectorCheck(Kit.reader(), Kit.facts(), List.of()).read(connectors.folder(spec, id));
        Rehearsal.readable(folder);
        if (folder.connector().drop() != null) {
            drop(folder);
            return 0;
        }
        PlayedGateway.keys(keys.resolve("gateway.p12"));
        Rehearsal.Asked agency = Rehearsal.start(
                folder,
                keys.resolve("agencies").resolve(id + ".pem"),
                port,
                faults(PlayedFault.class, playable(folder.connector())));
        try (PlayedService server = agency.service()) {
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(JsonNodeFactory.instance
                        .objectNode()
                        .put("connector", id)
                        .put("endpoint", server.endpoint())
                        .put("setting", "vahid.endpoints." + folder.connector().endpoint())
                        .put("timely", agency.timely())
                        .toPrettyString());
            } else {
                say(folder, agency, server, out);
            }
            out.flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private void drop(CheckedFolder folder) throws IOException, InterruptedException {
        if (every < 1 || once && into == null) {
            throw new ParameterException(
                    spec.commandLine(), every < 1 ? "--every is at least 1" : "--once needs --into");
        }
        FaultShares<DropFault> shares = new FaultShares<>(faults(DropFault.class, fitting(folder.connector())));
        PlayedDrops agency = Rehearsal.drops(folder, folder.connector(), DropMock.firstNumber());
        agency.key().pin(keys.resolve("agencies").resolve(id + ".pem"));
        DropMock mock = new DropMock(
                folder.connector(),
                agency,
                shares,
                Duration.ofSeconds(every),
                once,
                json,
                spec.commandLine().getOut());
        if (into != null) {
            mock.into(into);
        } else {
            mock.serve(keys, port);
        }
    }

    /** A broker refuses by itself whoever does not know the password; its agency cannot. */
    private static List<PlayedFault> playable(Connector connector) {
        return FaultLine.all(connector, true).stream()
                .filter(line -> line.skipped() == null)
                .map(FaultLine::fault)
                .filter(fault -> fault != PlayedFault.REFUSE || connector.protocol() != Connector.Protocol.JMS)
                .toList();
    }

    /** All but those that no file of the connector can have. */
    private static List<DropFault> fitting(Connector connector) {
        List<DropFault> unfit = DropFaultLine.all(connector).stream()
                .filter(line -> line.skipped() != null)
                .map(DropFaultLine::fault)
                .toList();
        return Stream.of(DropFault.values())
                .filter(fault -> !unfit.contains(fault))
                .toList();
    }

    private <F extends Enum<F>> Map<F, Double> faults(Class<F> kind, List<F> fitting) {
        List<String> names = fitting.stream().map(Enum::name).toList();
        Map<F, Double> shares = new EnumMap<>(kind);
        faults.forEach((name, share) -> {
            if (!names.contains(name)) {
                String near = Nearest.of(name, names);
                throw new ParameterException(
                        spec.commandLine(),
                        id + " cannot have the fault " + name
                                + (near == null
                                        ? ", only one of " + String.join(", ", names)
                                        : "; did you mean " + near + "?"));
            }
            if (share < 0 || share > 1) {
                throw new ParameterException(spec.commandLine(), "The share of " + name + " is 0 to 1");
            }
            shares.put(Enum.valueOf(kind, name), share);
        });
        return shares;
    }

    private void say(CheckedFolder folder, Rehearsal.Asked agency, PlayedService server, PrintWriter out) {
        String secret = folder.connector().auth().secret();
        out.println("Playing " + id + " at " + server.endpoint() + "; ask it with: connector try " + id + " --fin "
                + Rehearsal.ANYBODY + " --endpoint " + server.endpoint()
                + (secret == null ? "" : " --set vahid.secrets." + secret + "=" + PlayedService.SECRET));
        out.println("For a gateway: --vahid.endpoints." + folder.connector().endpoint() + "=" + server.endpoint()
                + (secret == null ? "" : " --vahid.secrets." + secret + "=" + PlayedService.SECRET));
        if (!agency.timely()) {
            out.println(
                    "The time in a sample could not be found by the mapping's patterns: its answers are as old as the sample.");
        }
    }

    /** For help and shells. */
    private static final class FaultNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Stream.of(PlayedFault.values()), Stream.of(DropFault.values()))
                    .map(Enum::name)
                    .distinct()
                    .iterator();
        }
    }
}
