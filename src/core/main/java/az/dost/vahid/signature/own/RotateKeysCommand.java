package az.dost.vahid.signature.own;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.key.CryptoProvider;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes a key or a certificate in steps; between any two of them, and in the middle of one, gateways go on. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description = {
            "Change a key or a certificate, step by step:",
            "  dossier prepare, switch            signs dossiers",
            "  wss, wss-ec, tls prepare, switch   sign requests to agencies; shown to agencies and by HTTPS",
            "  record prepare, switch, finish     the master key of the record",
            "  agency take                        an agency's new certificate (--id, --certificate)",
            "  time-stamps take                   the time-stamp authority's new certificate (--certificate)",
            "The old certificate stays known, and each file is whole at any moment. A command that was killed is run once more."
                    + " Where the keys lie in a token, stop the gateway for the step switch."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, or done before", "1:refused or failed; what it says was not done", "2:wrong arguments"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid keys rotate dossier prepare --keys keys --dry-run",
            "  vahid keys rotate record switch --keys keys",
            "  vahid keys rotate agency take --keys keys --id tax --certificate tax-new.pem"
        })
final class RotateKeysCommand implements Callable<Integer> {
    private static final List<String> SIGNER = List.of("prepare", "switch");
    private static final Map<String, List<String>> STEPS = steps();

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "KEY",
            description = "dossier, wss, wss-ec, tls, record, agency or time-stamps.")
    private String key;

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "",
            paramLabel = "STEP",
            description = "prepare, switch, finish or take.")
    private String step;

    @Mixin
    private KeysOptions keys;

    @Option(names = "--name", paramLabel = "DN", description = "Of the new certificate; default: the present one's.")
    private String name;

    @Option(
            names = "--days",
            defaultValue = "730",
            description = "How many days the new certificate is valid (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--id", paramLabel = "AGENCY", description = "Whose certificate it is.")
    private String agency;

    @Option(names = "--certificate", paramLabel = "PEM", description = "The new certificate.")
    private Path certificate;

    @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
    private boolean dry;

    @Option(names = "--json", description = "Print what was done as JSON.")
    private boolean json;

    private static Map<String, List<String>> steps() {
        Map<String, List<String>> steps = new LinkedHashMap<>();
        List.of("dossier", "wss", "wss-ec", "tls").forEach(alias -> steps.put(alias, SIGNER));
        steps.put("record", List.of("prepare", "switch", "finish"));
        steps.put("agency", List.of("take"));
        steps.put("time-stamps", List.of("take"));
        return steps;
    }

    @Override
    public Integer call() throws IOException {
        Rotation rotation = rotation();
        if (!dry) {
            for (Rotation.Act act : rotation.acts()) {
                act.doing().run();
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? told(rotation).toPrettyString() : said(rotation));
        out.flush();
        return 0;
    }

    private Rotation rotation() throws IOException {
        if (key.equals("person")) {
            throw wrong("The key of persons is never rotated: all that was kept of a person is found by it alone."
                    + " 'keys person' brings it to the other keys");
        }
        List<String> steps = STEPS.get(key);
        if (steps == null) {
            throw wrong("There is no key " + key + "; there are " + String.join(", ", STEPS.keySet()));
        }
        if (!steps.contains(step)) {
            throw wrong("Say which step of " + key + ": " + String.join(", ", steps));
        }
        return steps.equals(SIGNER) ? signer() : key.equals("record") ? record() : certificate();
    }

    private Rotation signer() throws IOException {
        if (days < 1) {
            throw wrong("--days must be at least 1");
        }
        try {
            OwnCertificates.check(name);
        } catch (IllegalArgumentException e) {
            throw wrong("--name is no distinguished name; for example \"O=DOST,C=AZ\"");
        }
        SignerRotation rotation = new SignerRotation(keys.folder(), keys.open(spec), keys.token(), key);
        return step.equals("prepare") ? rotation.prepare(name, days) : rotation.change();
    }

    private Rotation record() {
        MasterKeyRotation rotation = new MasterKeyRotation(keys.folder());
        return switch (step) {
            case "prepare" -> rotation.prepare();
            case "switch" -> rotation.change();
            default -> rotation.finish();
        };
    }

    private Rotation certificate() {
        if (certificate == null || key.equals("agency") && agency == null) {
            throw wrong(key.equals("agency") ? "Give --id and --certificate" : "Give --certificate");
        }
        CertificateRotation rotation = CertificateRotation.of(keys.folder(), certificate);
        return key.equals("agency") ? rotation.agency(agency) : rotation.timeStamps();
    }

    private String said(Rotation rotation) {
        StringBuilder said = new StringBuilder();
        if (rotation.acts().isEmpty()) {
            said.append("Nothing to do: it is so already.");
        } else {
            said.append(dry ? "Would do, and has not done:" : "Done:");
            rotation.acts().forEach(act -> said.append("\n  ").append(act.says()));
        }
        if (certificate != null) {
            ObjectNode shown = shown();
            said.append("\nThe certificate, to be compared by another way than the one it came by:");
            shown.fieldNames()
                    .forEachRemaining(field -> said.append("\n  ")
                            .append(field)
                            .append(": ")
                            .append(shown.get(field).asText()));
        }
        return said.append(
                        rotation.restart() ? "\nGateways take it over by a restart." : "\nNo gateway needs a restart.")
                .append("\nNext: ")
                .append(rotation.next())
                .toString();
    }

    private ObjectNode told(Rotation rotation) {
        ObjectNode told = JsonNodeFactory.instance
                .objectNode()
                .put("key", key)
                .put("step", step)
                .put("dryRun", dry);
        rotation.acts().forEach(act -> told.withArray("acts").add(act.says()));
        if (certificate != null) {
            told.set("certificate", shown());
        }
        return told.put("restart", rotation.restart()).put("next", rotation.next());
    }

    private ObjectNode shown() {
        X509Certificate fresh =
                CertificateRotation.of(keys.folder(), certificate).fresh();
        try {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("subject", fresh.getSubjectX500Principal().getName())
                    .put("ends", fresh.getNotAfter().toInstant().toString())
                    .put(
                            "sha256",
                            HexFormat.of()
                                    .withUpperCase()
                                    .withDelimiter(":")
                                    .formatHex(new CryptoProvider(false).sha256(fresh.getEncoded())));
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new StartException("The certificate cannot be read", e);
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
