package az.dost.vahid.rights;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.command.CommandFailure;
import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.own.KeysOptions;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Count who would gain or lose each right by other rules, over dossiers of people: in all, by region, sex,"
                    + " age and disability.",
            "Counts of few people are hidden, and others where those would follow from them. Nobody is named.",
            "Nothing follows for the country from people who are made up."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:counted",
            "1:the rights have errors, a line is no JSON, there are fewer than 20 people, or the keys cannot be opened",
            "2:wrong arguments"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid right simulate --rights proposed --people result.ndjson --on 2027-01-01 --json",
            "  java -jar vahid-demo.jar right simulate --rights proposed --people demonstration --count 100000",
            "  vahid right simulate --rights proposed --people result.ndjson --out result.json --keys data/keys"
        })
final class RightSimulateCommand implements QuietCommand {
    private static final String DEMONSTRATION = "demonstration";
    private static final String SIGNED_AS = "vahid-simulation+json";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rights",
            paramLabel = "DIR",
            required = true,
            description = "Folder with the rules as they would be.")
    private Path rights;

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description = "Folder with the rules as they are; the built-in ones when not given.")
    private Path against;

    @Option(
            names = "--people",
            paramLabel = "FILE",
            required = true,
            description = "The result of a bulk lookup: a line of JSON for each person, with the dossier. Or "
                    + DEMONSTRATION + ": the computed people of vahid-demo.jar.")
    private String people;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "By which people of the demonstration are drawn (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--count",
            defaultValue = "100000",
            description = "How many people of the demonstration, 2000000 at most (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "A day in Baku, such as 2027-01-01; today when not given.")
    private LocalDate day;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the result there, as JSON.")
    private Path out;

    /** Its key signs the result: a detached JWS and the certificate are written beside it, as FILE.jws and FILE.pem. */
    @ArgGroup(exclusive = false, heading = "%nTo sign the result, beside it as FILE.jws and FILE.pem:%n")
    private KeysOptions keys;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public int run() throws IOException {
        if (keys != null && out == null) {
            throw new ParameterException(spec.commandLine(), "Say by --out where the signed result is to be written");
        }
        DossierSigner signer = keys == null ? null : signer();
        SimulationResult result = result();
        if (out != null) {
            write(result, signer);
        }
        PrintWriter screen = spec.commandLine().getOut();
        if (json) {
            screen.print(SimulationDocument.text(result));
        } else {
            result.lines().forEach(screen::println);
        }
        screen.flush();
        return 0;
    }

    private SimulationResult result() throws IOException {
        Vocabulary vocabulary = Vocabulary.builtIn();
        Simulation simulation = new Simulation(
                RightsOption.read(against, spec, vocabulary).strict(),
                RightsOption.read(rights, spec, vocabulary).strict(),
                day == null ? LocalDate.now(Baku.CLOCK) : day,
                vocabulary);
        ObjectNode of = SimulationDocument.heading(
                simulation, RightsOption.files(rights, spec), RightsOption.files(against, spec));
        boolean computed = people.equals(DEMONSTRATION);
        SimulatedPeople simulated = new SimulatedPeople(simulation, vocabulary);
        Counts counts = computed ? drawn(simulated, of) : file(simulated, of.putObject("people"));
        if (counts.groups().getOrDefault(Group.ALL, 0L) < Counts.LEAST_GROUP) {
            throw new CommandFailure("There are fewer than " + Counts.LEAST_GROUP
                    + " people: nothing can be shown of so few. Give a longer list");
        }
        return new SimulationResult(simulation, of, counts, computed);
    }

    private Counts drawn(SimulatedPeople simulated, ObjectNode of) {
        MadeUpPeople all = MadeUpPeople.here()
                .orElseThrow(() -> new CommandFailure(
                        "This program has no computed people: use vahid-demo.jar, or give a file of people"));
        if (count < Counts.LEAST_GROUP || count > all.size()) {
            throw new ParameterException(spec.commandLine(), "--count is " + Counts.LEAST_GROUP + " to " + all.size());
        }
        SimulationDocument.drawn(of, seed, count, all.size());
        return simulated.drawn(all, seed, count);
    }

    private Counts file(SimulatedPeople simulated, ObjectNode of) throws IOException {
        SimulatedPeople.OfFile counted = simulated.of(Path.of(people));
        of.put("from", "FILE")
                .put("sha256", counted.digest())
                .put("count", counted.counts().groups().getOrDefault(Group.ALL, 0L));
        return counted.counts();
    }

    /** A detached signature (RFC 7515, appendix F), as the command verify checks it. */
    private void write(SimulationResult result, DossierSigner signer) throws IOException {
        byte[] bytes = SimulationDocument.bytes(result);
        Files.write(out, bytes);
        if (signer != null) {
            Files.writeString(
                    Path.of(out + ".jws"), signer.sign(bytes, SIGNED_AS).detached());
            Files.writeString(Path.of(out + ".pem"), signer.certificate());
        }
    }

    private DossierSigner signer() throws IOException {
        try {
            return new DossierSigner(keys.open(spec), new CryptoProvider(true));
        } catch (StartException | IllegalStateException e) {
            throw new CommandFailure(e.getMessage());
        }
    }
}
