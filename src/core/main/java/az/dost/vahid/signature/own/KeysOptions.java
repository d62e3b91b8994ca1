package az.dost.vahid.signature.own;

import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a gateway's keys lie, and what opens them. */
public final class KeysOptions {
    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FOLDER",
            description = "The folder of the gateway's keys, the setting vahid.keys.")
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

    Path folder() {
        return folder;
    }

    Path store() {
        return folder.resolve("gateway.p12");
    }

    /** Whether the keys lie in a token and not in {@link #store}. */
    boolean token() {
        return token != null;
    }

    /**
     * The keys, opened anew.
     *
     * @throws ParameterException when no password is given
     * @throws IOException when the file of the password cannot be read
     */
    public GatewayKeys open(CommandSpec spec) throws IOException {
        String password = KeysPassword.read(passwordFile);
        if (password.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Give the password by --password-file or the variable " + KeysPassword.VARIABLE);
        }
        // Here and not for each help: its native library takes a while to load.
        CryptoProvider crypto = new CryptoProvider(true);
        return token()
                ? GatewayKeys.ofToken(token, password.toCharArray(), crypto)
                : new GatewayKeys(store(), password.toCharArray(), crypto);
    }
}
