package az.dost.vahid.signature.key;

import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.own.KeysCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** In a process of its own, like {@link TokenSigner}: changes keys in the token, and signs before and after. */
public final class TokenRotation {
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.writeString(folder.resolve("pin"), args[1]);
        rotate(folder, "dossier", "prepare");
        sign(folder, args[1], "before.jws");
        rotate(folder, "dossier", "switch");
        sign(folder, args[1], "after.jws");
        rotate(folder, "wss", "prepare");
        rotate(folder, "wss", "switch");
        GatewayKeys keys =
                GatewayKeys.ofToken(folder.resolve("token.cfg"), args[1].toCharArray(), new CryptoProvider(true));
        Files.writeString(
                folder.resolve("aliases"), String.join(" ", keys.certificates().keySet()));
        for (String alias : new String[] {"dossier", "wss"}) {
            if (keys.pair(alias).key().getEncoded() != null) {
                throw new IllegalStateException(alias + " can be taken out of the token");
            }
        }
    }

    private static void rotate(Path folder, String key, String step) {
        int code = new CommandLine(new KeysCommand())
                .execute(
                        "rotate",
                        key,
                        step,
                        "--keys",
                        folder.resolve("keys").toString(),
                        "--token",
                        folder.resolve("token.cfg").toString(),
                        "--password-file",
                        folder.resolve("pin").toString());
        if (code != 0) {
            throw new IllegalStateException(key + " " + step);
        }
    }

    private static void sign(Path folder, String pin, String file) throws IOException {
        CryptoProvider crypto = new CryptoProvider(true);
        GatewayKeys keys = GatewayKeys.ofToken(folder.resolve("token.cfg"), pin.toCharArray(), crypto);
        Files.writeString(
                folder.resolve(file),
                new DossierSigner(keys, crypto)
                        .sign("{\"a\":1}".getBytes(StandardCharsets.UTF_8))
                        .compact());
    }

    private TokenRotation() {}
}
