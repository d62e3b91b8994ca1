package az.dost.vahid.kit;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.check.rehearse.DropFault;
import az.dost.vahid.check.rehearse.FaultShares;
import az.dost.vahid.check.rehearse.PlayedDrops;
import az.dost.vahid.check.rehearse.PlayedFiles;
import az.dost.vahid.check.rehearse.PlayedServers;
import az.dost.vahid.check.rehearse.PlayedService;
import az.dost.vahid.check.rehearse.SealedDrop;
import az.dost.vahid.connector.Connector;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.util.FileSystemUtils;

/**
 * Plays an agency that leaves files: one at once, and another one whenever the last was taken and a while has passed.
 *
 * @param faults of the files
 * @param every between two files
 * @param once whether the first file is the last one
 * @param json whether to print JSON
 */
record DropMock(
        Connector connector,
        PlayedDrops agency,
        FaultShares<DropFault> faults,
        Duration every,
        boolean once,
        boolean json,
        PrintWriter out) {
    private static final int FILES_A_DAY = 900;

    /**
     * Where names have a number, a later start continues an earlier one of the same day: so many of a day's numbers
     * have passed.
     */
    static long firstNumber() {
        return 1
                + (long) LocalTime.now(Baku.ZONE).toSecondOfDay()
                        * FILES_A_DAY
                        / Duration.ofDays(1).toSeconds();
    }

    /** Until interrupted, or once, in a folder that is there already. */
    void into(Path folder) throws IOException, InterruptedException {
        leave(
                folder,
                Files.createDirectories(folder)
                        .toAbsolutePath()
                        .toUri()
                        .toString()
                        .replace("file:///", "file:/"),
                "");
    }

    /** The same over SFTP. @param keys where gateways read the server's own key */
    void serve(Path keys, int port) throws IOException, InterruptedException {
        Path root = Files.createTempDirectory("vahid-mock");
        // A signal is the usual end.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(root.toFile())));
        Path folder = Files.createDirectories(root.resolve(connector.id()));
        try (PlayedFiles server = PlayedServers.here().files(root, keys, port)) {
            String secret = connector.auth().secret() == null
                    ? "sftp.password"
                    : connector.auth().secret();
            leave(folder, server.endpoint(connector.id()), "vahid.secrets." + secret);
        }
    }

    /** @param secret setting of the password; empty for none */
    private void leave(Path folder, String endpoint, String secret) throws IOException, InterruptedException {
        // One that cannot be made is told of now and not when its turn comes.
        faults.shares().keySet().forEach(this::next);
        DropFault fault = faults.drawn();
        SealedDrop drop = next(fault);
        say(endpoint, secret, drop);
        while (true) {
            drop.leave(folder);
            tell(drop, fault);
            if (once) {
                return;
            }
            Thread.sleep(every.toMillis());
            while (fault != DropFault.NAME_PATH && drop.lies(folder)) {
                Thread.sleep(every.toMillis());
            }
            drop.takeBack(folder);
            fault = faults.drawn();
            drop = next(fault);
        }
    }

    private SealedDrop next(DropFault fault) {
        LocalDate today = LocalDate.now(Baku.ZONE);
        return fault == null
                ? agency.good(today)
                : agency.faulty(fault, today, connector.drop().maxRows());
    }

    private void say(String endpoint, String secret, SealedDrop first) {
        String setting = "vahid.endpoints." + connector.endpoint();
        if (json) {
            ObjectNode said = JsonNodeFactory.instance
                    .objectNode()
                    .put("connector", connector.id())
                    .put("endpoint", endpoint)
                    .put("setting", setting)
                    .put("file", first.name());
            agency.people().forEach((fin, facts) -> said.withArray("citizens").add(fin));
            out.println(said.toPrettyString());
        } else {
            out.println("Playing " + connector.id() + " at " + endpoint + "; its files tell of "
                    + String.join(", ", agency.people().keySet()));
            out.println("For a gateway: --" + setting + "=" + endpoint
                    + (secret.isEmpty() ? "" : " --" + secret + "=" + PlayedService.SECRET));
        }
        out.flush();
    }

    private void tell(SealedDrop drop, DropFault fault) {
        if (!json) {
            out.println("Left " + drop.name() + (fault == null ? "" : ", " + fault));
            out.flush();
        }
    }
}
