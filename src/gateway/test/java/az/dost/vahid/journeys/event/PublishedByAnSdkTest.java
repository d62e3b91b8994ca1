package az.dost.vahid.journeys.event;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.v1.CloudEventV1;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The CloudEvents SDK for Java publishes in each mode, as it writes: taken, told in our form, and kept as it came. */
class PublishedByAnSdkTest {
    private static final String FIN = "W1D0W01";
    private static final String EXTENSION = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private final RunningEvents gateway = RunningEvents.get();
    private final HttpClient http = HttpClient.newHttpClient();
    private Map<String, String> sentHeaders;
    private byte[] sent;

    private static CloudEventBuilder move(String id) {
        return CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create("urn:dost:publisher:registry"))
                .withType("az.dost.address-change.v1")
                .withDataSchema(URI.create("https://registry.example/schemas/move"))
                .withExtension("traceparent", EXTENSION)
                .withExtension("sequence", 17)
                .withTime(OffsetDateTime.parse("2026-01-05T12:00:00.250+04:00"))
                .withData(
                        "application/json",
                        ("{\"fin\":\"" + FIN + "\",\"region\":\"Gəncə\",\"line\":\"1 Test street\","
                                        + "\"validFrom\":\"2026-01-01\"}")
                                .getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(Map<String, String> headers, byte[] body) {
        sentHeaders = headers;
        sent = body;
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + gateway.port() + "/v1/events"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer registry")
                .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> structured(CloudEvent event) {
        Map<String, String> headers = new TreeMap<>();
        List<byte[]> body = new ArrayList<>();
        HttpMessageFactory.createWriter(headers::put, body::add).writeStructured(event, new JsonFormat());
        return send(headers, body.get(0));
    }

    private HttpResponse<String> binary(CloudEvent event) {
        Map<String, String> headers = new TreeMap<>();
        List<byte[]> body = new ArrayList<>();
        HttpMessageFactory.createWriter(headers::put, body::add).writeBinary(event);
        return send(headers, body.get(0));
    }

    /** The SDK writes events, and whoever publishes several makes a list of them. */
    private HttpResponse<String> batch(CloudEvent... events) {
        String body = List.of(events).stream()
                .map(event -> new String(new JsonFormat().serialize(event), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" ,\n", "[ ", " ]"));
        return send(Map.of("Content-Type", EventModes.BATCH), body.getBytes(StandardCharsets.UTF_8));
    }

    private static UUID id(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return UUID.fromString(
                Publisher.JSON.readTree(answer.body()).path("eventId").textValue());
    }

    private JsonNode kept(UUID id) throws IOException {
        byte[] sealed = gateway.database().queryForObject("select content from event where id = ?", byte[].class, id);
        return Publisher.JSON.readTree(
                gateway.context.getBean(Bodies.class).open(id, DataClass.EVENT, "event", sealed));
    }

    @Test
    void in_structured_mode_with_an_offset_and_attributes_of_others() throws Exception {
        JsonNode kept = kept(id(structured(move("sdk-structured").build())));
        assertThat(kept.path("time").textValue()).isEqualTo("2026-01-05T08:00:00.250Z");
        assertThat(Base64.getUrlDecoder().decode(kept.at("/vahidcame/body").textValue()))
                .isEqualTo(sent);
    }

    @Test
    void in_binary_mode_kept_with_its_headers() throws Exception {
        JsonNode kept = kept(id(binary(move("sdk-binary").build())));
        assertThat(kept.path("data").path("region").textValue()).isEqualTo("Gəncə");
        assertThat(Base64.getUrlDecoder().decode(kept.at("/vahidcame/body").textValue()))
                .isEqualTo(sent);
        Map<String, String> headers = new TreeMap<>();
        sentHeaders.forEach((name, value) -> {
            if (name.toLowerCase(java.util.Locale.ROOT).startsWith("ce-")) {
                headers.put(name.toLowerCase(java.util.Locale.ROOT), value);
            }
        });
        assertThat(headers).containsKeys("ce-id", "ce-time", "ce-traceparent", "ce-dataschema", "ce-sequence");
        assertThat(Publisher.JSON.convertValue(kept.at("/vahidcame/headers"), Map.class))
                .isEqualTo(headers);
    }

    @Test
    void in_a_batch_each_kept_by_its_own_bytes() throws Exception {
        HttpResponse<String> answer =
                batch(move("sdk-batch-1").build(), move("sdk-batch-2").build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode events = Publisher.JSON.readTree(answer.body()).path("events");
        assertThat(StreamSupport.stream(events.spliterator(), false)
                        .map(event -> event.path("id").textValue()))
                .containsExactly("sdk-batch-1", "sdk-batch-2");
        // One of them alone, byte by byte, is the first one.
        HttpResponse<String> alone = structured(move("sdk-batch-2").build());
        assertThat(id(alone).toString()).isEqualTo(events.at("/1/eventId").textValue());
        // And so is the whole.
        assertThat(batch(move("sdk-batch-1").build(), move("sdk-batch-2").build())
                        .body())
                .isEqualTo(answer.body());
    }

    @Test
    void a_batch_with_one_that_is_wrong_keeps_none_and_says_which() throws Exception {
        HttpResponse<String> answer = batch(
                move("sdk-none").build(),
                move("sdk-wrong")
                        .withSource(URI.create("urn:dost:publisher:tax"))
                        .build());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Publisher.JSON.readTree(answer.body()).path("field").textValue())
                .isEqualTo("1.source");
        assertThat(gateway.database()
                        .queryForObject("select count(*) from event where name = 'sdk-none'", Integer.class))
                .isZero();
    }

    @Test
    void an_empty_batch_is_taken_as_the_format_has_it() {
        HttpResponse<String> answer = batch();
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"events\":[]}");
    }

    @Test
    void without_a_time_it_is_that_of_its_coming_and_a_repetition_is_the_first_one() throws Exception {
        CloudEvent event = CloudEventBuilder.fromSpecVersion(io.cloudevents.SpecVersion.V1)
                .withId("sdk-timeless")
                .withSource(URI.create("urn:dost:publisher:registry"))
                .withType("az.dost.death.v1")
                .withData(
                        "application/json",
                        ("{\"fin\":\"" + FIN + "\",\"dateOfDeath\":\"2026-01-04\",\"recordNumber\":\"1\"}")
                                .getBytes(StandardCharsets.UTF_8))
                .build();
        assertThat(event.getAttribute(CloudEventV1.TIME)).isNull();
        Instant before = Instant.now().minusMillis(1);
        HttpResponse<String> first = binary(event);
        assertThat(Instant.parse(kept(id(first)).path("time").textValue())).isBetween(before, Instant.now());
        assertThat(binary(event).body()).isEqualTo(first.body());
    }

    @Test
    void a_subscriber_gets_the_same_form_whatever_came() throws Exception {
        try (Webhook hook = new Webhook()) {
            gateway.subscribe(
                    "of-an-sdk",
                    "reader",
                    "gives: {az.dost.address-change.v1: [fin, region]}\ndeliver: {webhook: " + hook.address() + "}");
            id(structured(move("sdk-told-1").build()));
            id(binary(move("sdk-told-2").build()));
            batch(move("sdk-told-3").build());
            Awaitility.await().until(() -> hook.ids().containsAll(List.of("sdk-told-1", "sdk-told-2", "sdk-told-3")));
            assertThat(hook.got)
                    .filteredOn(got -> got.event().path("id").textValue().startsWith("sdk-told"))
                    .allSatisfy(got -> {
                        List<String> names = new ArrayList<>();
                        got.event().fieldNames().forEachRemaining(names::add);
                        assertThat(names)
                                .containsExactlyInAnyOrder(
                                        "specversion",
                                        "id",
                                        "source",
                                        "type",
                                        "time",
                                        "datacontenttype",
                                        "vahidid",
                                        "data");
                        assertThat(got.event().path("time").textValue()).isEqualTo("2026-01-05T08:00:00.250Z");
                        assertThat(new String(got.body(), StandardCharsets.UTF_8))
                                .doesNotContain(EXTENSION, "registry.example");
                    });
            gateway.end("of-an-sdk");
        }
    }
}
