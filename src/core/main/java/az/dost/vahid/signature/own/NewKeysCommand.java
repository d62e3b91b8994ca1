package az.dost.vahid.signature.own;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes all keys of a new installation at once, and never touches one that is there. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description =
                "Make gateway.p12 (dossier, wss, wss-ec, tls), record.key and person.key in a folder that has none of them. Keep a copy of all of them:"
                        + " without record.key nobody reads the record, without person.key nobody finds a person's entries.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:made", "1:they could not be written", "2:wrong arguments, or there are keys already"},
        footerHeading = "%nExamples:%n",
        footer = {"  vahid keys new --keys keys --name \"O=DOST,C=AZ\" --password-file password"})
final class NewKeysCommand implements Callable<Integer> {
    private static final int SHORTEST = 12;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FOLDER",
            description = "The folder, later the setting vahid.keys.")
    private Path folder;

    @Option(
            names = "--name",
            required = true,
            paramLabel = "DN",
            description = "Whose keys they are, for the certificates: \"O=DOST,C=AZ\".")
    private String name;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description =
                    "A name under which HTTPS is reached, the balancer's or a gateway's; may be given several times.")
    private List<String> hosts = List.of();

    @Option(
            names = "--days",
            defaultValue = "730",
            description = "How many days the certificates are valid (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "The first line is the password of gateway.p12; without it the variable "
                    + KeysPassword.VARIABLE + " is.")
    private Path passwordFile;

    @Option(names = "--json", description = "Print the files' names as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        String password = KeysPassword.read(passwordFile);
        if (password.length() < SHORTEST) {
            throw refused("Give a password of at least " + SHORTEST + " characters by --password-file or the variable "
                    + KeysPassword.VARIABLE);
        }
        if (days < 1) {
            throw refused("--days must be at least 1");
        }
        OwnKeys keys = keys();
        List<Path> there = keys.present();
        if (!there.isEmpty()) {
            throw refused(there.get(0) + " is there already; nothing was changed");
        }
        keys.make(password.toCharArray());
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? told()
                                : "Made gateway.p12, record.key and person.key in " + folder
                                        + ". Keep a copy of them in a safe place."
                                        + "\nAgencies pin gateway-wss.pem, or gateway-wss-ec.pem where they take ECDSA, and gateway-tls.pem; receivers of dossiers trust gateway-dossier.pem.");
        spec.commandLine().getOut().flush();
        return 0;
    }

    private String told() {
        ObjectNode told = JsonNodeFactory.instance.objectNode().put("folder", folder.toString());
        OwnKeys.FILES.forEach(told.withArray("secret")::add);
        return told.toPrettyString();
    }

    private OwnKeys keys() {
        try {
            return new OwnKeys(folder, name, days, hosts);
        } catch (IllegalArgumentException e) {
            throw refused("--name is no distinguished name; for example \"O=DOST,C=AZ\"");
        }
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
