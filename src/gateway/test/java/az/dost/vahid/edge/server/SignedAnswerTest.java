package az.dost.vahid.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SignedAnswerTest {
    private final HttpFields.Mutable headers = HttpFields.build();
    private final List<String> written = new ArrayList<>();

    private SignedAnswer answer() {
        Response server = (Response) Proxy.newProxyInstance(
                Response.class.getClassLoader(), new Class<?>[] {Response.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("write")) {
                        written.add(StandardCharsets.UTF_8.decode((ByteBuffer) arguments[1]) + "/" + arguments[0]);
                    }
                    return switch (method.getName()) {
                        case "getHeaders" -> headers;
                        case "isCommitted" -> !written.isEmpty();
                        default -> null;
                    };
                });
        return new SignedAnswer(null, server, WantedSignature.of("sig=(\"x-none\")"), () -> null);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Else whoever asks for signatures has the gateway hold what it need not. */
    @Test
    @Tag("attack")
    void what_is_not_to_be_signed_is_not_held() {
        SignedAnswer answer = answer();
        answer.write(false, bytes("one"), Callback.NOOP);
        answer.write(true, bytes("two"), Callback.NOOP);
        assertThat(written).containsExactly("one/false", "two/true");
    }

    @Test
    void what_is_to_be_signed_goes_out_whole() {
        headers.put("Vahid-Signature", "a..b");
        SignedAnswer answer = answer();
        answer.write(false, bytes("one"), Callback.NOOP);
        assertThat(written).isEmpty();
        answer.write(true, bytes("two"), Callback.NOOP);
        assertThat(written).containsExactly("onetwo/true");
    }

    @Test
    void what_nobody_said_to_be_whole_goes_out_at_its_end() {
        headers.put("Vahid-Signature", "a..b");
        SignedAnswer answer = answer();
        answer.write(false, bytes("one"), Callback.NOOP);
        answer.end(Callback.NOOP);
        assertThat(written).containsExactly("one/true");
    }

    @Test
    void what_is_too_long_goes_out_as_it_comes_from_then_on() {
        headers.put("Vahid-Signature", "a..b");
        SignedAnswer answer = answer();
        String much = "x".repeat((1 << 20) + 1);
        answer.write(false, bytes(much), Callback.NOOP);
        answer.write(true, bytes("two"), Callback.NOOP);
        assertThat(written).containsExactly(much + "/false", "two/true");
        assertThat(headers.contains("Content-Digest")).isFalse();
    }

    @Test
    void an_answer_that_begins_anew_has_nothing_of_the_first() {
        headers.put("Vahid-Signature", "a..b");
        SignedAnswer answer = answer();
        answer.write(false, bytes("one"), Callback.NOOP);
        answer.reset();
        answer.write(true, bytes("two"), Callback.NOOP);
        assertThat(written).containsExactly("two/true");
    }
}
