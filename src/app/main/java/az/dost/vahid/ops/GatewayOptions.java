package az.dost.vahid.ops;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which gateway is asked, and by whom. A token is never an argument: everybody on the machine sees those. */
final class GatewayOptions {
    static final String TOKEN = "VAHID_OPS_TOKEN";
    private static final String TOKEN_FILE = "VAHID_OPS_TOKEN_FILE";
    private static final String AT = "VAHID_OPS_AT";
    private final Map<String, String> environment;

    @Option(
            names = "--at",
            paramLabel = "URL",
            description =
                    "The gateway's port for operators, vahid.management.port; else $VAHID_OPS_AT, else http://localhost:8081.")
    private String at;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "File that has the access token; else $VAHID_OPS_TOKEN, else the file of $VAHID_OPS_TOKEN_FILE.")
    private Path file;

    @Option(
            names = "--official",
            paramLabel = "ID",
            description =
                    "Who acts, where the token does not say so and the system is believed, as in the demonstration.")
    private String official;

    GatewayOptions() {
        this(System.getenv());
    }

    /** @param environment variables by name */
    GatewayOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws ParameterException without an address or a token that there is */
    GatewayClient client(CommandSpec spec) {
        String address = at != null ? at : environment.getOrDefault(AT, "http://localhost:8081");
        try {
            URI uri = URI.create(address.replaceFirst("/+$", ""));
            if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")) {
                throw new IllegalArgumentException(address);
            }
            return new GatewayClient(uri, token(spec), official);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--at must be an address such as http://localhost:8081");
        }
    }

    private String token(CommandSpec spec) {
        String named = environment.get(TOKEN);
        Path from = file != null
                ? file
                : named == null && environment.containsKey(TOKEN_FILE) ? Path.of(environment.get(TOKEN_FILE)) : null;
        try {
            String token = from == null ? named : Files.readString(from).strip();
            if (token == null || !token.matches("[!-~]+")) {
                throw new ParameterException(
                        spec.commandLine(), "There is no token: set " + TOKEN + ", or name a file by --token-file");
            }
            return token;
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "The file of the token cannot be read: " + from);
        }
    }
}
