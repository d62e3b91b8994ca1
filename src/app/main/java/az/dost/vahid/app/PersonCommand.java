package az.dost.vahid.app;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.command.CommandFailure;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Computes what stands for a person in the gateway's files. */
@Command(
        name = "person",
        mixinStandardHelpOptions = true,
        description = {
            "Print the keyed hashes of FINs, by which protected persons and officials are known in the gateway's files.",
            "The FINs are read from the standard input, one a line: as an argument everybody on the machine could see them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a line is no FIN, or the key cannot be read", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {"  vahid person < fins.txt", "  vahid person --key keys/person.key --json < fins.txt"})
final class PersonCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            defaultValue = "data/keys/person.key",
            description = "The gateway's vahid.person-key (default: ${DEFAULT-VALUE}).")
    private Path key;

    @Option(
            names = "--store",
            paramLabel = "P12",
            description =
                    "The gateway's gateway.p12, where the key lies with the others; its password is in the variable VAHID_KEYS_PASSWORD.")
    private Path store;

    @Option(
            names = "--token",
            paramLabel = "FILE",
            description =
                    "The configuration of SunPKCS11, where the key lies in a token; its PIN is in the variable VAHID_KEYS_PASSWORD.")
    private Path token;

    @Option(names = "--json", description = "Print the hashes as a JSON list.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PersonHash hash = hash();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        ArrayNode hashes = JsonNodeFactory.instance.arrayNode();
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!Fin.FORM.matcher(line.strip()).matches()) {
                throw new CommandFailure("Line " + number + " is no FIN: 7 characters of 0-9 and A-Z without I and O");
            }
            hashes.add(hash.of(line.strip()));
        }
        if (json) {
            spec.commandLine().getOut().println(hashes.toPrettyString());
        } else {
            hashes.forEach(one -> spec.commandLine().getOut().println(one.textValue()));
        }
        return 0;
    }

    private PersonHash hash() {
        if (store == null && token == null) {
            return PersonHash.of(key);
        }
        char[] password =
                System.getenv().getOrDefault("VAHID_KEYS_PASSWORD", "").toCharArray();
        CryptoProvider crypto = new CryptoProvider(true);
        try {
            GatewayKeys keys = token == null
                    ? new GatewayKeys(store, password, crypto)
                    : GatewayKeys.ofToken(token, password, crypto);
            return new PersonHash(keys.secret(PersonHash.ALIAS));
        } catch (StartException | IllegalStateException e) {
            throw new CommandFailure(e.getMessage());
        }
    }
}
