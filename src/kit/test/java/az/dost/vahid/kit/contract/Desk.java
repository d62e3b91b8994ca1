package az.dost.vahid.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.Kit;
import az.dost.vahid.check.rehearse.PlayedService;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.kit.ConnectorCommand;
import az.dost.vahid.kit.certify.Rehearsal;
import az.dost.vahid.signature.rehearsal.PlayedGateway;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * An integrator's desk with one contract on it: the kit's commands as he gives them, and what he writes into the one
 * folder.
 */
final class Desk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final PublicContract contract;
    private final Path folder;

    /** What a command printed, and its exit code. */
    record Said(int code, String text) {
        JsonNode json() throws IOException {
            return JSON.readTree(text);
        }

        /** Of {@code connector check --json}, each finding as it was told. */
        List<String> errors() throws IOException {
            List<String> errors = new ArrayList<>();
            json().path("findings").forEach(finding -> {
                if (finding.path("severity").asText().equalsIgnoreCase("error")) {
                    errors.add(finding.toString());
                }
            });
            return errors;
        }
    }

    /** @param folder that is empty, or not there */
    Desk(PublicContract contract, Path folder) {
        this.contract = contract;
        this.folder = folder;
    }

    /** The connector's folder. */
    Path connector() {
        return connectors().resolve(contract.id());
    }

    private Path connectors() {
        return folder.resolve("connectors");
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private Said vahid(List<String> first, List<String> more) {
        List<String> arguments = new ArrayList<>(first);
        arguments.addAll(more);
        arguments.addAll(List.of("--connectors", connectors().toString()));
        StringWriter said = new StringWriter();
        CommandLine command = new CommandLine(new ConnectorCommand());
        command.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        return new Said(command.execute(arguments.toArray(String[]::new)), said.toString());
    }

    /** {@code connector new}. @param source where the agency's files are */
    Said write(Path source, String... more) {
        List<String> arguments = new ArrayList<>(contract.arguments(source));
        arguments.addAll(List.of(more));
        return vahid(List.of("new", contract.id()), arguments);
    }

    /** {@code connector check --json}. */
    Said check() {
        return vahid(List.of("check", contract.id(), "--json"), List.of());
    }

    /** {@code connector confirm --all}: whatever the draft guessed is taken for right. */
    Said confirm() {
        return vahid(List.of("confirm", contract.id(), "--all", "--by", "Nobody"), List.of());
    }

    /**
     * Puts the edits of the case into the folder, and takes out what it removes. @return names of those files that are
     * not as the draft has them
     */
    List<String> edit() throws IOException {
        List<String> changed = new ArrayList<>();
        for (String gone : contract.texts("removes")) {
            Files.delete(connector().resolve(gone));
            changed.add(gone);
        }
        for (Path edit : contract.edits()) {
            Path from = contract.folder().resolve("edits").resolve(edit.toString());
            Path to = connector().resolve(edit.toString());
            if (!Files.exists(to) || Files.mismatch(from, to) >= 0) {
                changed.add(edit.toString());
                Files.createDirectories(to.getParent());
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return changed;
    }

    /** {@code connector try --json} while the agency is played. */
    Said ask() throws Exception {
        CheckedFolder read = Kit.check().read(connector());
        PlayedGateway.keys(keys().resolve("gateway.p12"));
        Rehearsal.Asked played =
                Rehearsal.start(read, keys().resolve("agencies").resolve(contract.id() + ".pem"), 0, Map.of());
        try (PlayedService server = played.service()) {
            assertThat(played.timely())
                    .as("whether the played agency's answers are of now")
                    .isTrue();
            return vahid(
                    List.of(
                            "try",
                            contract.id(),
                            "--json",
                            "--fin",
                            contract.fin(),
                            "--endpoint",
                            server.endpoint(),
                            "--keys",
                            keys().toString()),
                    secret(read.connector()));
        }
    }

    private static List<String> secret(Connector connector) {
        String name = connector.auth().secret();
        return name == null ? List.of() : List.of("--set", "vahid.secrets." + name + "=" + PlayedService.SECRET);
    }

    /** {@code connector certify --json}, with a load and a file that are short. */
    Said certify() {
        return vahid(
                List.of(
                        "certify",
                        contract.id(),
                        "--json",
                        "--keys",
                        keys().toString(),
                        "--out",
                        folder.resolve("certificates").toString(),
                        "--seconds",
                        "1",
                        "--rate",
                        "10",
                        "--rows",
                        "500"),
                List.of());
    }
}
