package az.dost.vahid.edge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.signature.key.PinnedTls;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real TLS clients at the HTTPS listener. */
class MutualTlsTest {
    private final EdgeGateway gateway = EdgeGateway.get();

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void a_requester_is_known_by_its_pinned_certificate(String protocol) throws Exception {
        assertThat(get(EdgeGateway.PINNED, null, protocol)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_certificate_and_a_token_of_one_requester_agree() throws Exception {
        assertThat(get(EdgeGateway.PINNED, "token-pinned", "TLSv1.3")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_certificate_and_a_token_of_two_requesters_are_refused() throws Exception {
        assertThat(get(EdgeGateway.PINNED, "token-other", "TLSv1.3"))
                .startsWith("HTTP/1.1 401 ")
                .contains("UNAUTHENTICATED", "different requesters");
    }

    @Test
    void a_wrong_token_is_refused_although_the_certificate_is_right() throws Exception {
        assertThat(get(EdgeGateway.PINNED, "token-wrong", "TLSv1.3")).startsWith("HTTP/1.1 401 ");
    }

    @Test
    void without_a_certificate_a_token_is_needed() throws Exception {
        assertThat(get(null, "token-other", "TLSv1.3")).startsWith("HTTP/1.1 200 ");
        assertThat(get(null, null, "TLSv1.3")).startsWith("HTTP/1.1 401 ");
    }

    static List<TestCertificate> refused() {
        return List.of(EdgeGateway.UNKNOWN, EdgeGateway.EXPIRED, EdgeGateway.EARLY);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_certificate_that_is_not_pinned_or_not_valid_now_ends_the_handshake(TestCertificate certificate) {
        for (String protocol : new String[] {"TLSv1.3", "TLSv1.2"}) {
            assertThatThrownBy(() -> get(certificate, "token-pinned", protocol)).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_RSA_WITH_AES_128_GCM_SHA256",
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
                "TLS_RSA_WITH_AES_256_CBC_SHA256",
                "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"
            })
    void a_suite_without_forward_secrecy_or_authenticated_encryption_is_refused(String suite) {
        assertThatThrownBy(() -> {
                    try (SSLSocket socket = connect(EdgeGateway.PINNED)) {
                        socket.setEnabledProtocols(new String[] {"TLSv1.2"});
                        socket.setEnabledCipherSuites(new String[] {suite});
                        socket.startHandshake();
                    }
                })
                .isInstanceOf(SSLException.class);
    }

    @Test
    void a_header_cannot_stand_for_a_certificate() throws Exception {
        assertThat(exchange(
                        connect(null),
                        "CamelCxfMessage: x\r\nX-Client-Cert: x\r\njakarta.servlet.request.X509Certificate: x\r\n"))
                .startsWith("HTTP/1.1 401 ");
    }

    @Test
    void soap_knows_the_certificate_too() throws Exception {
        String envelope =
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><lookup xmlns='urn:az:dost:vahid:lookup:1'>"
                        + "<subject><fin>W1D0W01</fin></subject><service>nothing</service><caseRef>A/1</caseRef><official>a.b</official></lookup></s:Body></s:Envelope>";
        String request =
                "POST /soap/lookup HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: text/xml\r\nContent-Length: "
                        + envelope.length() + "\r\n\r\n" + envelope;
        assertThat(send(connect(EdgeGateway.PINNED), request))
                .doesNotContain("UNAUTHENTICATED")
                .containsAnyOf("NOT_GRANTED", "SERVICE_UNKNOWN");
        assertThat(send(connect(null), request)).contains("UNAUTHENTICATED");
    }

    private String get(TestCertificate certificate, String token, String protocol) throws Exception {
        SSLSocket socket = connect(certificate);
        socket.setEnabledProtocols(new String[] {protocol});
        return exchange(socket, token == null ? "" : "Authorization: Bearer " + token + "\r\n");
    }

    private static String exchange(SSLSocket socket, String headers) throws IOException {
        return send(
                socket, "GET /v1/dead-letters HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n");
    }

    private static String send(SSLSocket socket, String request) throws IOException {
        try (socket) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private SSLSocket connect(TestCertificate certificate) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManager[] own = certificate == null
                ? null
                : new KeyManager[] {PinnedTls.client(certificate.key(), certificate.certificate())};
        context.init(own, new TrustManager[] {new PinnedTls(gateway.server)}, null);
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), gateway.tlsPort);
        socket.setSoTimeout(20_000);
        return socket;
    }
}
