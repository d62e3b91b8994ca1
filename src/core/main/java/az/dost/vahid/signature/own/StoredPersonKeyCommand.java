package az.dost.vahid.signature.own;

import az.dost.vahid.folder.WholeFile;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings the key that stands for persons to the gateway's others. */
@Command(
        name = "person",
        mixinStandardHelpOptions = true,
        description = {
            "Bring person.key into gateway.p12, or into the token, under the alias person. Whoever reads a plain file soon has the FIN of every entry:"
                    + " there are few enough to try all.",
            "The file itself stays: keep a copy in a safe place, and take it off the gateways once they run with vahid.person-key: store."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is there", "1:it could not be brought there", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid keys person --keys keys --password-file password",
            "  vahid keys person --keys keys --token token.cfg"
        })
final class StoredPersonKeyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KeysOptions options;

    @Option(names = "--json", description = "Print where the key lies as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try {
            Path file = options.folder().resolve("person.key");
            GatewayKeys keys = options.open(spec);
            PersonHash before = PersonHash.of(file);
            keys.add(PersonHash.ALIAS, PersonHash.key(file));
            if (!options.token()) {
                new WholeFile(options.store(), null).write(keys.bytes());
                keys = options.open(spec);
            }
            if (!new PersonHash(keys.secret(PersonHash.ALIAS)).fingerprint().equals(before.fingerprint())) {
                return failed("The key that was stored is another one than person.key: do not use it");
            }
        } catch (StartException | IllegalStateException e) {
            return failed(e.getMessage());
        }
        String where = options.token() ? "the token" : "gateway.p12";
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? JsonNodeFactory.instance
                                        .objectNode()
                                        .put("alias", PersonHash.ALIAS)
                                        .put("where", where)
                                        .toPrettyString()
                                : "The key of persons is in " + where
                                        + " under the alias person. Set vahid.person-key: store at every gateway that has it, and take person.key away once they run;"
                                        + " keep a copy in a safe place.");
        spec.commandLine().getOut().flush();
        return 0;
    }

    private int failed(String why) {
        spec.commandLine().getErr().println(why);
        spec.commandLine().getErr().flush();
        return 1;
    }
}
