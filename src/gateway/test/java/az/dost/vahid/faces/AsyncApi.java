package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The contract of all messages, {@code contracts/messages.asyncapi.yaml}, to hold messages to. */
public final class AsyncApi {
    private static final String CHANNELS = "#/channels/";
    private static final String MESSAGES = "#/components/messages/";
    private static final JsonNode DOCUMENT = OpenApi.read("messages.asyncapi.yaml");

    /** @param payload of a text, the text */
    record Example(String message, JsonNode headers, JsonNode payload) {
        boolean json() {
            return AsyncApi.json(message);
        }

        String text() {
            return payload.isTextual() ? payload.textValue() : payload.toString();
        }

        @Override
        public String toString() {
            return message;
        }
    }

    private AsyncApi() {}

    /**
     * Fails when no message of a channel is as this one is.
     *
     * @param channel its name in the contract
     * @return the name of the one that it is
     */
    public static String check(String channel, TextMessage message) throws JMSException {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        for (Object name : Collections.list(message.getPropertyNames())) {
            Object value = message.getObjectProperty((String) name);
            if (value instanceof Integer number) {
                headers.put((String) name, number);
            } else {
                headers.put((String) name, String.valueOf(value));
            }
        }
        if (message.getJMSCorrelationID() != null) {
            headers.put("JMSCorrelationID", message.getJMSCorrelationID());
        }
        return check(channel, headers, message.getText());
    }

    static String check(String channel, JsonNode headers, String text) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode named : DOCUMENT.at("/channels/" + channel + "/messages")) {
            String name = named.path("$ref").asText().replace(MESSAGES, "");
            try {
                check(name, headers, body(name, text));
                return name;
            } catch (AssertionError e) {
                wrong.add(name + ": " + e.getMessage());
            }
        }
        throw new AssertionError("No message of the channel " + channel + " is so: " + wrong);
    }

    private static void check(String name, JsonNode headers, JsonNode payload) {
        JsonNode message = messages().path(name);
        OpenApi.validate(OpenApi.inlined(message.path("headers"), DOCUMENT), headers, name + ", headers");
        OpenApi.validate(OpenApi.inlined(message.path("payload"), DOCUMENT), payload, name);
    }

    static void check(Example example) {
        if (!example.headers().isMissingNode()) {
            check(example.message(), example.headers(), example.payload());
        } else {
            OpenApi.validate(
                    OpenApi.inlined(messages().path(example.message()).path("payload"), DOCUMENT),
                    example.payload(),
                    example.message());
        }
    }

    private static boolean json(String name) {
        return messages().path(name).path("contentType").asText("json").endsWith("json");
    }

    private static JsonNode body(String name, String text) {
        if (!json(name)) {
            return JsonNodeFactory.instance.textNode(text);
        }
        try {
            return Gateway.JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("The body is not JSON", e);
        }
    }

    static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        messages()
                .properties()
                .forEach(message -> message.getValue()
                        .path("examples")
                        .forEach(one ->
                                examples.add(new Example(message.getKey(), one.path("headers"), one.path("payload")))));
        return examples;
    }

    /** What Vahid takes ({@code receive}) and sends, and where; of channels of the broker that have a name alone. */
    static List<String> directions() {
        List<String> directions = new ArrayList<>();
        DOCUMENT.path("operations").forEach(operation -> {
            JsonNode channel = channel(operation.path("channel"));
            if (channel.at("/servers/0/$ref").asText().endsWith("/broker")) {
                directions.add(operation.path("action").asText() + " "
                        + channel.path("address").asText());
            }
        });
        return directions;
    }

    /** By name of the message: the queue at which it is asked for an answer. */
    static Map<String, String> asked() {
        Map<String, String> asked = new TreeMap<>();
        DOCUMENT.path("operations").forEach(operation -> {
            if (operation.has("reply")) {
                JsonNode channel = channel(operation.path("channel"));
                channel.path("messages")
                        .forEach(message -> asked.put(
                                message.path("$ref").asText().replace(MESSAGES, ""),
                                channel.path("address").asText()));
            }
        });
        return asked;
    }

    /** The schema of what a webhook gets. */
    static JsonNode webhook() {
        JsonNode channel = DOCUMENT.at("/channels/webhook/messages/event/$ref");
        return OpenApi.inlined(
                messages().path(channel.asText().replace(MESSAGES, "")).path("payload"), DOCUMENT);
    }

    private static JsonNode channel(JsonNode named) {
        String name = named.path("$ref").asText().replace(CHANNELS, "");
        assertThat(DOCUMENT.path("channels").has(name)).as(name).isTrue();
        return DOCUMENT.path("channels").path(name);
    }

    private static JsonNode messages() {
        return DOCUMENT.at("/components/messages");
    }
}
