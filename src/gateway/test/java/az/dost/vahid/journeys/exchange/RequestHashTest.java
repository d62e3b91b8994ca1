package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.xroad.RequestHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected hashes were made with openssl dgst -sha512 over the bytes that the specification names. */
class RequestHashTest {
    private static final List<RequestHash.Header> HEADERS = List.of(
            new RequestHash.Header("Accept", "application/json"),
            new RequestHash.Header("x-road-id", "1"),
            new RequestHash.Header("x-road-request-id", "2"));

    @Test
    void without_a_body_it_is_the_hash_of_the_head() {
        assertThat(new RequestHash("GET", "/r1/AZ/GOV/a/b/c/d?e=%20", HEADERS).value())
                .isEqualTo("8bvHw1tYte0b4vs/EER5W9qCv7CM4tGWyEy/LbP28NNJkME8pRWtGPhydvMeIC0poydc335WY1EkSpZ4W2EZhg==");
    }

    @Test
    void with_a_body_it_is_the_hash_of_both_hashes_however_the_body_comes() {
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        RequestHash whole = new RequestHash("POST", "/r1/AZ/GOV/a/b/c", HEADERS);
        whole.body(body, 0, body.length);
        RequestHash parts = new RequestHash("POST", "/r1/AZ/GOV/a/b/c", HEADERS);
        parts.body(body, 0, 3);
        parts.body(body, 3, body.length - 3);
        assertThat(whole.value())
                .isEqualTo(parts.value())
                .isEqualTo("ZK8QjWNpkbQupcHOQzb83q/VnyjpQlAAud6NlxSRhyTgnN1Xa4hbbvEQOorf46xE62x+tPK/UNQSym7fyh/6Rw==");
    }
}
