package az.dost.vahid.signature.own;

import az.dost.vahid.folder.WholeFile;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FOLDER",
            description = "The folder with person.key and gateway.p12, the setting vahid.keys.")
    private Path folder;

    @Option(
            names = "--token",
            paramLabel = "FILE",
            description =
                    "The configuration of SunPKCS11, where the keys are in a token; the setting vahid.keys-token.")
    private Path token;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "The first line is the password of gateway.p12, or the token's PIN; without it the variable "
                    + KeysPassword.VARIABLE + " is.")
    private Path passwordFile;

    @Option(names = "--json", description = "Print where the key lies as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        String password = KeysPassword.read(passwordFile);
        if (password.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Give the password by --password-file or the variable " + KeysPassword.VARIABLE);
        }
        // Here and not for each help: its native library takes a while to load.
        CryptoProvider crypto = new CryptoProvider(true);
        try {
            Path store = folder.resolve("gateway.p12");
            GatewayKeys keys = token == null
                    ? new GatewayKeys(store, password.toCharArray(), crypto)
                    : GatewayKeys.ofToken(token, password.toCharArray(), crypto);
            PersonHash before = PersonHash.of(folder.resolve("person.key"));
            keys.add(PersonHash.ALIAS, PersonHash.key(folder.resolve("person.key")));
            if (token == null) {
                new WholeFile(store, null).write(keys.bytes());
                keys = new GatewayKeys(store, password.toCharArray(), crypto);
            }
            if (!new PersonHash(keys.secret(PersonHash.ALIAS)).fingerprint().equals(before.fingerprint())) {
                return failed("The key that was stored is another one than person.key: do not use it");
            }
        } catch (StartException | IllegalStateException e) {
            return failed(e.getMessage());
        }
        String where = token == null ? "gateway.p12" : "the token";
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
