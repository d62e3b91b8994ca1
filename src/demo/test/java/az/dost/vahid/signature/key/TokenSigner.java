package az.dost.vahid.signature.key;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.XmlSigner;
import az.dost.vahid.signature.xml.SoapRequest;
import az.dost.vahid.signature.xml.XmlFactories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;

/**
 * In a process of its own, since SoftHSM finds its tokens by the environment: brings the demonstration's keys into the
 * token, and signs with them by the token alone.
 */
public final class TokenSigner {
    private static final String BODY = "<q:ask xmlns:q=\"urn:q\"><q:id>1</q:id></q:ask>";

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        Path folder = Path.of(args[0]);
        Path configuration = folder.resolve("token.cfg");
        char[] pin = args[1].toCharArray();
        bring(folder.resolve("keys/gateway.p12"), configuration, pin);
        CryptoProvider crypto = new CryptoProvider(true);
        GatewayKeys keys = GatewayKeys.ofToken(configuration, pin, crypto);
        for (String alias : new String[] {"dossier", "wss", "wss-ec", "tls"}) {
            if (keys.pair(alias).key().getEncoded() != null) {
                throw new IllegalStateException(alias + " can be taken out of the token");
            }
        }
        DossierSigner signer = new DossierSigner(keys, crypto);
        Files.writeString(
                folder.resolve("dossier.jws"),
                signer.sign("{\"a\":1}".getBytes(StandardCharsets.UTF_8)).compact());
        Files.write(folder.resolve("dossier.sig"), signer.signature("abc".getBytes(StandardCharsets.UTF_8)));
        Files.write(
                folder.resolve("dossier.xml"),
                new XmlSigner(signer).sign(XmlFactories.parse("<a><b/></a>".getBytes(StandardCharsets.UTF_8))));
        keys.add(PersonHash.ALIAS, PersonHash.key(folder.resolve("keys/person.key")));
        Files.writeString(folder.resolve("person"), new PersonHash(keys.secret(PersonHash.ALIAS)).of("1ABCDE2"));
        SoapRequest request = new SoapRequest("1.1", BODY, crypto);
        for (RequestSignature signature : RequestSignature.values()) {
            Files.write(
                    folder.resolve(signature.alias() + ".xml"),
                    request.signed(request.body(), signature.key(keys)).envelope());
        }
    }

    private static void bring(Path file, Path configuration, char[] pin) throws IOException, GeneralSecurityException {
        KeyStore from = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            from.load(in, DemoKeys.PASSWORD.toCharArray());
        }
        KeyStore token =
                KeyStore.getInstance("PKCS11", Security.getProvider("SunPKCS11").configure(configuration.toString()));
        token.load(null, pin);
        for (String alias : new String[] {"dossier", "wss", "wss-ec", "tls"}) {
            token.setKeyEntry(
                    alias, from.getKey(alias, DemoKeys.PASSWORD.toCharArray()), null, from.getCertificateChain(alias));
        }
    }

    private TokenSigner() {}
}
