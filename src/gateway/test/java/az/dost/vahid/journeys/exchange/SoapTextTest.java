package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What passes of a SOAP call beside its envelope, and what is replaced in it (X-Road Message Protocol 4.0, section
 * 2.2).
 */
class SoapTextTest {
    private static final RunningExchange EXCHANGE = RunningExchange.get();
    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void forget() {
        EXCHANGE.provider.received.clear();
    }

    private void answering(String envelope) {
        EXCHANGE.provider.answer("/base", (http, request) -> {
            List.of("X-Own", "Set-Cookie", "Cache-Control", "Content-Language")
                    .forEach(name -> http.getResponseHeaders().set(name, "kept=back"));
            http.getResponseHeaders().set("Content-Type", "text/xml; charset=UTF-8");
            byte[] answer = envelope.getBytes(StandardCharsets.UTF_8);
            http.sendResponseHeaders(200, answer.length);
            http.getResponseBody().write(answer);
        });
    }

    private HttpResponse<String> call() {
        return RunningExchange.send(HttpRequest.newBuilder(EXCHANGE.address("/"))
                .header("Authorization", "Bearer desk")
                .header("Content-Type", "text/xml;charset=UTF-8")
                .header("SOAPAction", "\"urn:acts/findAct\"")
                .header("X-Own", "1")
                .header("Accept", "text/xml")
                .header("Accept-Language", "az")
                .header("Cookie", "a=b")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .header("X-Road-UserId", "AZ1")
                .POST(BodyPublishers.ofString(SoapMessages.request("findAct", "v1", id))));
    }

    @Test
    void of_the_headers_of_http_only_content_type_and_action_go_on_and_only_content_type_comes_back() {
        answering(SoapMessages.answer("findAct", "v1", id));
        HttpResponse<String> answer = call();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        TestProvider.Received received = EXCHANGE.provider.received.remove();
        assertThat(received.headers().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .contains("content-type", "soapaction")
                .isSubsetOf("content-type", "soapaction", "host", "content-length", "connection", "user-agent");
        assertThat(received.header("Content-Type")).isEqualTo("text/xml;charset=UTF-8");
        assertThat(received.header("SOAPAction")).isEqualTo("\"urn:acts/findAct\"");
        assertThat(answer.headers().map().toString()).doesNotContain("kept=back");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml; charset=UTF-8");
    }

    @Test
    void a_hash_that_the_provider_wrote_is_replaced() {
        String plain = SoapMessages.answer("findAct", "v1", id);
        answering(
                plain.replace(
                        "<xro:userId>",
                        "<xro:requestHash algorithmId=\"http://www.w3.org/2001/04/xmlenc#sha256\">forged</xro:requestHash><xro:userId>"));
        assertThat(call().body())
                .doesNotContain("forged", "sha256")
                .containsOnlyOnce("requestHash xmlns")
                .contains("#sha512");
    }
}
