package az.dost.vahid.edge.door;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    private final Message message = exchange.getMessage();

    AnswersTest() {
        message.setHeader("Authorization", "Bearer secret");
    }

    @Test
    void json_tells_its_length_is_kept_by_nobody_and_carries_no_header_of_the_request() {
        HttpAnswer.json(message, JsonNodeFactory.instance.objectNode().put("name", "Əli"));
        HttpAnswer.accepted(message);
        assertThat(message.getHeaders())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Exchange.CONTENT_TYPE,
                        "application/json",
                        "Cache-Control",
                        "no-store",
                        Exchange.HTTP_CHUNKED,
                        false,
                        Exchange.HTTP_RESPONSE_CODE,
                        202));
        assertThat(message.getBody()).isEqualTo("{\"name\":\"Əli\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_answer_by_message_has_the_text_and_the_signature_of_that_by_http() {
        HttpAnswer.json(message, JsonNodeFactory.instance.objectNode());
        message.setHeader(HttpAnswer.SIGNATURE, "a..b");
        MessageAnswer.ofHttp(message);
        assertThat(message.getHeaders()).containsExactlyEntriesOf(Map.of("VahidSignature", "a..b"));
        assertThat(message.getBody()).isEqualTo("{}");
    }

    @Test
    void a_refusal_by_message_is_a_problem_and_nothing_of_the_request() {
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, new ProblemException(ProblemCode.NOT_GRANTED, "type", null));
        MessageAnswer.refuse(exchange);
        assertThat(message.getHeaders())
                .containsExactlyEntriesOf(Map.of("VahidContentType", "application/problem+json"));
        assertThat(message.getBody(String.class)).contains("\"code\":\"NOT_GRANTED\"", "\"field\":\"type\"");
    }
}
