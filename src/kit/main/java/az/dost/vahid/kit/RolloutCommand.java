package az.dost.vahid.kit;

import az.dost.vahid.check.Kit;
import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.rollout.Rollout;
import az.dost.vahid.connector.rollout.RolloutFile;
import az.dost.vahid.connector.rollout.Use;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "rollout",
        mixinStandardHelpOptions = true,
        description =
                "Say how far a connector is used: for all lookups, for a share of the citizens, in the shadow, not at all, or slowly. A running "
                        + "gateway takes the file over. Without a change: print what stands in it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the file has errors, or would have; it stays as it was", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid connector rollout",
            "  vahid connector rollout civil-status --use SHADOW --because new",
            "  vahid connector rollout civil-status --use SHARE --share 0.1 --because \"a tenth first\""
        })
final class RolloutCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "Id of the connector.")
    private String id;

    @Option(
            names = "--file",
            defaultValue = "data/rollout.yaml",
            description = "The gateway's vahid.rollout (default: ${DEFAULT-VALUE}).")
    private Path file;

    @Option(
            names = "--use",
            description = "${COMPLETION-CANDIDATES}; ALL without --per-second takes the connector out of the file.")
    private Use use;

    @Option(names = "--share", description = "With SHARE: of the citizens, between 0 and 1.")
    private Double share;

    @Option(names = "--per-second", description = "Most calls a second.")
    private Double perSecond;

    @Option(names = "--because", paramLabel = "WHY", description = "For those who look later.")
    private String because;

    @Mixin
    private ConnectorsOption connectors;

    @Option(names = "--json", description = "Print the file as JSON.")
    private boolean json;

    @Override
    public int run() throws IOException {
        Map<String, Rollout> present = read(file);
        print(use == null && perSecond == null ? present : change());
        return 0;
    }

    private Map<String, Rollout> change() throws IOException {
        known();
        boolean removed = use == Use.ALL && perSecond == null;
        if (!removed && because == null) {
            throw new ParameterException(spec.commandLine(), "Say why with --because");
        }
        RolloutText text = new RolloutText(Files.exists(file) ? Files.readString(file) : "");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.writeString(next, (removed ? text.without(id) : text.with(id, members())).text());
            Map<String, Rollout> changed = read(next);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return changed;
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("use", (use == null ? Use.ALL : use).name().toLowerCase(Locale.ROOT));
        members.put("share", share);
        members.put("perSecond", perSecond);
        members.put("because", because);
        members.values().removeIf(value -> value == null);
        return members;
    }

    /** A mistyped id would switch nothing off, and say so to nobody. */
    private void known() throws IOException {
        List<String> ids =
                new ArrayList<>(Kit.builtIn().stream().map(Connector::id).toList());
        if (Files.isDirectory(connectors.directory())) {
            connectors
                    .folders(spec)
                    .forEach(folder -> ids.add(folder.getFileName().toString()));
        }
        if (id == null || !ids.contains(id)) {
            String near = id == null ? null : Nearest.of(id, ids);
            throw new ParameterException(
                    spec.commandLine(),
                    (id == null ? "Name the connector" : "There is no connector " + id)
                            + (near == null ? "" : "; did you mean " + near + "?"));
        }
    }

    private static Map<String, Rollout> read(Path file) {
        return new RolloutFile(new FileSystemResource(file), new ClassPathResource("contracts/rollout.schema.json"))
                .read();
    }

    private void print(Map<String, Rollout> rollouts) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.mapper().valueToTree(rollouts).toPrettyString());
        } else if (rollouts.isEmpty()) {
            out.println("Every connector is used for every lookup");
        } else {
            rollouts.forEach((connector, rollout) ->
                    out.println(connector + ": " + rollout.use().name().toLowerCase(Locale.ROOT)
                            + (rollout.share() == null ? "" : " " + rollout.share())
                            + (rollout.perSecond() == null ? "" : ", " + rollout.perSecond() + " a second")
                            + ", because " + rollout.because()));
        }
        out.flush();
    }
}
