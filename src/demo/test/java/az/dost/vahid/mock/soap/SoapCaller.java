package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.PinnedTls;
import az.dost.vahid.signature.key.RequestSignature;
import az.dost.vahid.signature.xml.SoapProof;
import az.dost.vahid.signature.xml.SoapRequest;
import az.dost.vahid.signature.xml.SoapRequest.Sent;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.UUID;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Asks one mock agency as its connector says, with the gateway's requests and proofs but without its routes. */
final class SoapCaller {
    private static final Duration WAIT = Duration.ofSeconds(10);
    private final CryptoProvider crypto = new CryptoProvider(false);
    private final Descriptor descriptor;
    private final URI address;
    private final PinnedCertificate pinned;
    private final GatewayKeys gateway;
    private final String secret;
    private final SoapContract contract;
    final SoapRequest request;
    final HttpClient client;

    SoapCaller(SoapAgencies agencies, Descriptor descriptor) throws IOException, GeneralSecurityException {
        this.descriptor = descriptor;
        address = URI.create(agencies.endpoint(descriptor.agency()) + descriptor.text("/call/path"));
        pinned = new PinnedCertificates(agencies.keyFolder.resolve("agencies"), crypto).of(descriptor.agency());
        gateway = new GatewayKeys(agencies.keyFolder.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto);
        secret = descriptor.text("/auth/secret").isEmpty() ? null : agencies.secret(descriptor.text("/auth/secret"));
        contract = descriptor.contract();
        request = new SoapRequest(descriptor.text("/call/soapVersion"), descriptor.requestBody(), crypto);
        client = client("tls");
    }

    /** What the mapping makes of the proven reply. */
    JsonNode ask(String fin) throws Exception {
        String requestId = UUID.randomUUID().toString();
        Sent sent = signed(filled(fin, requestId));
        contract.check(payload(XmlFactories.parse(sent.envelope())));
        JsonNode mapped = descriptor.mapped(proven(send(client, sent).body(), sent));
        if (descriptor.text("/proof/answerTo").equals("request-id")
                && !requestId.equals(mapped.path("requestId").asText())) {
            throw new AssertionError("The answer belongs to another request");
        }
        return mapped;
    }

    /** The body with the credentials that the connector names. */
    Sent signed(String body) {
        return switch (descriptor.text("/auth/kind")) {
            case "wss-x509" ->
                signed(
                        body,
                        RequestSignature.named(descriptor.text("/auth/signature"))
                                .alias());
            case "wss-username" -> named(body, secret);
            default -> request.plain(body);
        };
    }

    /** @param alias of the gateway's key that signs */
    Sent signed(String body, String alias) {
        return request.signed(body, gateway.pair(alias));
    }

    Sent named(String body, String password) {
        return request.named(body, descriptor.text("/auth/username"), password);
    }

    String filled(String fin, String requestId) {
        return request.body()
                .replace("{fin}", fin)
                .replace("{requestId}", requestId)
                .replace("{sentAt}", "2026-11-25T10:15:30.123Z");
    }

    /** The payload of a reply whose proof holds and which is as the contract says. */
    private Element proven(byte[] reply, Sent sent) throws Exception {
        Document envelope = XmlFactories.parse(reply);
        new SoapProof(
                        pinned,
                        descriptor.text("/proof/answerTo").equals("signature-confirmation"),
                        Duration.ofMinutes(2))
                .verify(envelope, sent.signatureValue());
        contract.check(payload(envelope));
        return payload(envelope);
    }

    static Element payload(Document envelope) {
        String soap = envelope.getDocumentElement().getNamespaceURI();
        return (Element)
                ((Element) envelope.getElementsByTagNameNS(soap, "Body").item(0))
                        .getElementsByTagNameNS("*", "*")
                        .item(0);
    }

    HttpResponse<byte[]> send(HttpClient through, Sent sent) throws IOException, InterruptedException {
        String action = descriptor.text("/call/soapAction");
        HttpRequest.Builder http =
                HttpRequest.newBuilder(address).timeout(WAIT).POST(BodyPublishers.ofByteArray(sent.envelope()));
        if (descriptor.text("/call/soapVersion").equals("1.2")) {
            http.header("Content-Type", "application/soap+xml; charset=UTF-8; action=\"" + action + "\"");
        } else {
            http.header("Content-Type", "text/xml; charset=UTF-8").header("SOAPAction", "\"" + action + "\"");
        }
        return through.send(http.build(), BodyHandlers.ofByteArray());
    }

    String wsdl() throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(address + "?wsdl"))
                                .timeout(WAIT)
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    /** @param alias of the gateway's key that is the client certificate, null for none */
    HttpClient client(String alias) throws GeneralSecurityException {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(
                alias == null
                        ? new KeyManager[0]
                        : new KeyManager[] {
                            PinnedTls.client(
                                    gateway.pair(alias).key(),
                                    gateway.pair(alias).certificate())
                        },
                new TrustManager[] {new PinnedTls(pinned)},
                null);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(WAIT)
                .sslContext(tls)
                .build();
    }
}
