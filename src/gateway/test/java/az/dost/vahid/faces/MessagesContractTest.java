package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** {@code messages.asyncapi.yaml} says the same as the routes, and the gateway does what its examples say. */
class MessagesContractTest {
    private static final String JMS = "jms:";
    /** An agency's own, and a place that the answer's own address takes. */
    private static final Set<String> NOT_OURS = Set.of("{{queue}}", "vahid.answers");

    @Test
    void every_queue_and_topic_of_a_route_is_in_the_contract_with_its_direction_and_no_other_is() throws IOException {
        Set<String> routes = new HashSet<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:routes/*.yaml")) {
            add(new YAMLMapper().readTree(file.getInputStream()), "send", routes);
        }
        assertThat(new HashSet<>(AsyncApi.directions())).isEqualTo(routes).hasSizeGreaterThan(10);
    }

    /**
     * @param direction of an address that stands here: that of {@code from} is taken from, all within it are sent to
     */
    private static void add(JsonNode part, String direction, Set<String> routes) {
        String uri = part.path("uri").asText();
        if (uri.startsWith(JMS)) {
            String name = uri.split(":", 3)[2];
            if (!NOT_OURS.contains(name)) {
                routes.add(direction + " "
                        + name.replace("{{address}}", "{queue}").replace("${exchangeProperty.agency}", "{agency}"));
            }
        }
        part.properties()
                .forEach(field -> add(field.getValue(), field.getKey().equals("from") ? "receive" : "send", routes));
        if (part.isArray()) {
            part.forEach(one -> add(one, "send", routes));
        }
    }

    @Test
    void what_webhooks_get_is_the_same_in_both_contracts() {
        List<JsonNode> webhooks = OpenApi.all().stream()
                .flatMap(contract -> contract.webhooks().properties().stream())
                .map(webhook -> webhook.getValue().at("/post/requestBody/content/application~1cloudevents+json/schema"))
                .toList();
        assertThat(webhooks).containsExactly(AsyncApi.webhook());
    }

    static Stream<AsyncApi.Example> examples() {
        return AsyncApi.examples().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_as_its_schema_says(AsyncApi.Example example) {
        AsyncApi.check(example);
    }

    private static Message message(JMSContext context, AsyncApi.Example example) throws JMSException {
        if (example.json()) {
            return context.createTextMessage(example.text());
        }
        BytesMessage file = context.createBytesMessage();
        file.writeBytes(example.text().getBytes(StandardCharsets.UTF_8));
        return file;
    }

    static Stream<AsyncApi.Example> questions() {
        List<AsyncApi.Example> questions = AsyncApi.examples().stream()
                .filter(example -> AsyncApi.asked().containsKey(example.message()))
                .toList();
        assertThat(questions)
                .extracting(AsyncApi.Example::message)
                .containsAll(AsyncApi.asked().keySet());
        return questions.stream();
    }

    /** Each message that is asked for an answer, as the contract's example has it. */
    @ParameterizedTest
    @MethodSource("questions")
    void an_example_is_answered_as_the_contract_says(AsyncApi.Example example) throws Exception {
        try (JMSContext context =
                RunningVahid.get().bean(ConnectionFactory.class).createContext()) {
            Queue answers = context.createTemporaryQueue();
            Message message = message(context, example);
            for (var header : example.headers().properties()) {
                if (!header.getKey().startsWith("JMS")) {
                    message.setStringProperty(header.getKey(), header.getValue().textValue());
                }
            }
            message.setJMSReplyTo(answers);
            context.createProducer().send(context.createQueue(AsyncApi.asked().get(example.message())), message);
            TextMessage answer = (TextMessage) context.createConsumer(answers).receive(30_000);
            assertThat(AsyncApi.check("answer", answer)).as(answer.getText()).isNotEqualTo("Problem");
        }
    }
}
