package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.signature.CryptoProvider;
import az.dost.vahid.signature.GatewayKeys;
import az.dost.vahid.signature.PinnedCertificate;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.PinnedTls;
import az.dost.vahid.signature.SoapProof;
import az.dost.vahid.signature.SoapRequest;
import az.dost.vahid.signature.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final Path folder;
    private final JsonNode connector;
    private final URI address;
    private final PinnedCertificate pinned;
    private final GatewayKeys gateway;
    final SoapContract contract;
    final SoapRequest request;

    SoapCaller(SoapAgencies agencies, String agency) throws IOException {
        folder = Path.of("connectors", agency);
        connector = new ObjectMapper(new YAMLFactory()).readTree(folder.resolve("connector.yaml").toFile());
        contract = SoapContract.of(agency);
        address = URI.create(agencies.endpoint(agency) + text("/call/path"));
        pinned = new PinnedCertificates(agencies.keyFolder.resolve("agencies"), crypto).of(agency);
        gateway = new GatewayKeys(agencies.keyFolder.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto);
        request = new SoapRequest(text("/call/soapVersion"), Files.readString(folder.resolve(text("/call/request"))), crypto);
    }

    String text(String pointer) {
        return connector.at(pointer).asText();
    }

    /** What the mapping makes of the proven reply. */
    JsonNode ask(String fin) throws Exception {
        String requestId = UUID.randomUUID().toString();
        SoapRequest.Sent sent = request(fin, requestId);
        contract.check(payload(XmlFactories.parse(sent.envelope())));
        JsonNode mapped = mapped(prove(send(client("tls"), sent).body(), sent));
        if (text("/proof/answerTo").equals("request-id") && !requestId.equals(mapped.path("requestId").asText())) {
            throw new AssertionError("The answer belongs to another request");
        }
        return mapped;
    }

    SoapRequest.Sent request(String fin, String requestId) {
        return sent(filled(fin, requestId), "wss");
    }

    /** @param alias of the gateway's key that signs, where the connector says that requests are signed */
    SoapRequest.Sent sent(String body, String alias) {
        return text("/auth/kind").equals("wss-x509") ? request.signed(body, gateway.pair(alias)) : request.plain(body);
    }

    String filled(String fin, String requestId) {
        return request.body().replace("{fin}", fin).replace("{requestId}", requestId);
    }

    /** The payload of a reply whose proof holds and which is as the contract says. */
    Element prove(byte[] reply, SoapRequest.Sent sent) throws Exception {
        Document envelope = XmlFactories.parse(reply);
        new SoapProof(pinned, text("/proof/answerTo").equals("signature-confirmation"), Duration.ofMinutes(2))
                .verify(envelope, sent.signatureValue());
        contract.check(payload(envelope));
        return payload(envelope);
    }

    JsonNode mapped(Element payload) throws IOException {
        try (var mapping = Files.newBufferedReader(folder.resolve(text("/mapping")))) {
            return Mapping.compile(mapping, "mapping").apply(XmlTree.of(payload));
        }
    }

    static Element payload(Document envelope) {
        Element body = (Element) envelope.getElementsByTagNameNS(envelope.getDocumentElement().getNamespaceURI(), "Body").item(0);
        return (Element) body.getElementsByTagNameNS("*", "*").item(0);
    }

    HttpResponse<byte[]> send(HttpClient client, SoapRequest.Sent sent) throws IOException, InterruptedException {
        String action = text("/call/soapAction");
        HttpRequest.Builder http = HttpRequest.newBuilder(address).timeout(WAIT).POST(BodyPublishers.ofByteArray(sent.envelope()));
        if (text("/call/soapVersion").equals("1.2")) {
            http.header("Content-Type", "application/soap+xml; charset=UTF-8; action=\"" + action + "\"");
        } else {
            http.header("Content-Type", "text/xml; charset=UTF-8").header("SOAPAction", "\"" + action + "\"");
        }
        return client.send(http.build(), BodyHandlers.ofByteArray());
    }

    String wsdl() throws Exception {
        return client("tls").send(HttpRequest.newBuilder(URI.create(address + "?wsdl")).timeout(WAIT).build(),
                BodyHandlers.ofString()).body();
    }

    /** @param alias of the gateway's key that is the client certificate, null for none */
    HttpClient client(String alias) throws GeneralSecurityException {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(alias == null ? new KeyManager[0] : new KeyManager[] {
                PinnedTls.client(gateway.pair(alias).key(), gateway.pair(alias).certificate())},
                new TrustManager[] {new PinnedTls(pinned)}, null);
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(WAIT).sslContext(tls).build();
    }
}
