package az.dost.vahid.edge.message;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;

/** Feeds every consumer of messages with hostile ones, then looks at what has come of it. */
final class Siege {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> CONSUMED = List.of(
            "vahid.lookup", "vahid.events.publish", "vahid.bulk", "vahid.corrections.answers", "vahid.events.dead");
    /** Where the gateway itself lays something aside. */
    private static final Set<String> ASIDE = Set.of(
            "vahid.lookup.dead",
            "vahid.events.publish.dead",
            "vahid.bulk.dead",
            "vahid.corrections.dead",
            "vahid.parked");

    private static final String SUBSCRIPTION = "surrounded";
    private final RunningVahid vahid = RunningVahid.get();
    private final ActiveMQServer broker = vahid.bean(EmbeddedActiveMQ.class).getActiveMQServer();
    private final JdbcTemplate jdbc = vahid.bean(JdbcTemplate.class);

    void run(int each) throws Exception {
        subscribe();
        Map<String, Long> before = added();
        long rows = rows();
        try (Recording recording = new Recording();
                JMSContext context = vahid.bean(ConnectionFactory.class).createContext()) {
            recording.enable("jdk.Deserialization").withoutStackTrace();
            recording.start();
            TemporaryQueue answers = context.createTemporaryQueue();
            HostileMessages messages = new HostileMessages(context, answers, 21);
            for (int i = 0; i < each; i++) {
                for (String queue : CONSUMED) {
                    messages.send(context.createQueue(queue));
                }
                messages.send(context.createTopic("vahid.events"));
            }
            emptied(each);
            recording.stop();
            nothingDeserialised(recording);
            drain(context, answers);
            nothingElsewhere(before, answers.getQueueName());
            assertThat(rows() - rows).as("rows of the audit chain").isLessThan(each * 6L + 2_000);
            everyConsumerStillAnswers(context);
        } finally {
            Files.deleteIfExists(file());
        }
    }

    private Path file() {
        return vahid.data().resolve("subscriptions/" + SUBSCRIPTION + ".yaml");
    }

    private void subscribe() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(
                file(),
                "id: " + SUBSCRIPTION
                        + "\nsubscriber: dost-centre-1\nlegalBasis: Test\ngives: {az.dost.death.v1: [fin, dateOfDeath]}\nretry: brief\n"
                        + "deliver: {folder: " + SUBSCRIPTION + "}\n");
        Awaitility.await("subscription")
                .atMost(PATIENCE)
                .until(() -> subscription() != null && subscription().getConsumerCount() > 0);
    }

    private Queue subscription() {
        return queues().stream()
                .filter(queue -> queue.getAddress().toString().equals("vahid.events")
                        && queue.getName().toString().contains(SUBSCRIPTION))
                .findFirst()
                .orElse(null);
    }

    private List<Queue> queues() {
        return Arrays.stream(broker.getActiveMQServerControl().getQueueNames())
                .map(name -> broker.locateQueue(SimpleString.of(name)))
                .filter(queue -> queue != null)
                .toList();
    }

    private Map<String, Long> added() {
        return queues().stream()
                .collect(Collectors.toMap(
                        queue -> queue.getName().toString(), Queue::getMessagesAdded, Long::sum, TreeMap::new));
    }

    /**
     * What waits must become less within our patience, again and again; a thousand messages of each kind have no more
     * time than it.
     */
    private void emptied(int each) {
        Instant end = Instant.now().plus(PATIENCE.multipliedBy(1 + each / 1_000));
        for (long least = Long.MAX_VALUE; least > 0; ) {
            long before = least;
            least = sum(Awaitility.await("every queue is empty again")
                    .pollDelay(Duration.ofSeconds(1))
                    .atMost(PATIENCE)
                    .until(this::waiting, now -> sum(now) < before));
            assertThat(Instant.now()).as("all is gone in time; %d wait", least).isBefore(end);
        }
    }

    private static long sum(Map<String, Long> waiting) {
        return waiting.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Messages, by queue. Delivered ones count too; one that its sender wants delivered in a thousand years does not.
     */
    private Map<String, Long> waiting() {
        return queues().stream()
                .filter(queue -> CONSUMED.contains(queue.getName().toString()) || queue == subscription())
                .collect(Collectors.toMap(
                        queue -> queue.getName().toString(),
                        queue -> Math.max(0, queue.getMessageCount() - queue.getScheduledCount()),
                        Long::sum,
                        TreeMap::new));
    }

    private long rows() {
        return jdbc.queryForObject("select count(*) from audit", Long.class);
    }

    private static void nothingDeserialised(Recording recording) throws IOException {
        Path file = Files.createTempFile("siege", ".jfr");
        try {
            recording.dump(file);
            List<String> read = RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals("jdk.Deserialization"))
                    .map(Siege::told)
                    .distinct()
                    .toList();
            assertThat(read).as("classes that were deserialised").isEmpty();
        } finally {
            Files.delete(file);
        }
        assertThat(Gadget.READ).hasValue(0);
    }

    private static String told(RecordedEvent event) {
        return event.getClass("type") + " " + event.getString("filterStatus") + " in " + event.getThread("eventThread");
    }

    private void nothingElsewhere(Map<String, Long> before, String answers) {
        Set<String> mine = Set.of(answers, String.valueOf(subscription().getName()));
        Map<String, Long> more = added();
        more.entrySet()
                .removeIf(queue -> before.getOrDefault(queue.getKey(), 0L).equals(queue.getValue())
                        || CONSUMED.contains(queue.getKey())
                        || ASIDE.contains(queue.getKey())
                        || mine.contains(queue.getKey())
                        || queue.getKey().startsWith("vahid.events.")
                        || queue.getKey().startsWith("notif."));
        assertThat(more).as("queues that got something, and had no business to").isEmpty();
        assertThat(broker.getActiveMQServerControl().getQueueNames())
                .noneMatch(name -> name.contains("siege") || name.contains("0b1f9c2e"));
    }

    private static void drain(JMSContext context, Destination answers) throws JMSException {
        try (var consumer = context.createConsumer(answers)) {
            while (consumer.receive(200) instanceof TextMessage answer) {
                assertThat(answer.getText()).doesNotContain("INTERNAL", "Exception");
            }
        }
    }

    private void everyConsumerStillAnswers(JMSContext context) throws Exception {
        String request =
                "{\"subject\":{\"fin\":\"W1D0W01\"},\"service\":\"ccu-intake\",\"caseRef\":\"SIEGE/2\",\"official\":\"siege\"}";
        assertThat(ask(context, "vahid.lookup", "demo-dost-centre-1", request, Map.of())
                        .path("dossierId")
                        .asText())
                .isNotEmpty();
        String id = "siege-" + System.nanoTime();
        String event = new ObjectMapper()
                .createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", "urn:dost:publisher:civil-registry")
                .put("type", "az.dost.death.v1")
                .put("time", "2026-01-05T08:00:00Z")
                .set(
                        "data",
                        new ObjectMapper()
                                .createObjectNode()
                                .put("fin", "W1D0W01")
                                .put("dateOfDeath", "2026-01-04")
                                .put("recordNumber", id))
                .toString();
        assertThat(ask(context, "vahid.events.publish", "demo-civil-registry", event, Map.of())
                        .path("eventId")
                        .asText())
                .isNotEmpty();
        Path folder = vahid.data().resolve("events").resolve(SUBSCRIPTION);
        Awaitility.await("event for the subscriber")
                .atMost(PATIENCE)
                .until(() -> Files.isDirectory(folder)
                        && folder.toFile().list((in, name) -> name.endsWith(".jws")).length > 0);
        assertThat(ask(
                                context,
                                "vahid.bulk",
                                "demo-dost-centre-1",
                                "fin\nW1D0W01\n",
                                Map.of(
                                        "VahidContentType",
                                        "text/csv",
                                        "VahidTerms",
                                        "{\"service\":\"ccu-intake\",\"caseRef\":\"SIEGE/3\",\"official\":\"siege\"}"))
                        .path("bulkId")
                        .asText())
                .isNotEmpty();
        answered(
                context,
                "vahid.corrections.answers",
                "a.b.c",
                Map.of(),
                () -> broker.locateQueue("vahid.corrections.dead").getMessagesAdded());
        answered(
                context,
                "vahid.events.dead",
                "0b1f9c2e-7a34-4c55-9c1a-0123456789ab",
                Map.of("VahidSubscription", SUBSCRIPTION, "VahidReason", "EXHAUSTED", "VahidDetail", "Siege"),
                () -> jdbc.queryForObject(
                        "select count(*) from dead_letter where subscription = ?", Long.class, SUBSCRIPTION));
    }

    private static com.fasterxml.jackson.databind.JsonNode ask(
            JMSContext context, String queue, String token, String text, Map<String, String> properties)
            throws Exception {
        TemporaryQueue answers = context.createTemporaryQueue();
        TextMessage message = context.createTextMessage(text);
        message.setStringProperty("Authorization", "Bearer " + token);
        for (var property : properties.entrySet()) {
            message.setStringProperty(property.getKey(), property.getValue());
        }
        message.setJMSReplyTo(answers);
        context.createProducer().setTimeToLive(0).setDeliveryDelay(0).send(context.createQueue(queue), message);
        try (var consumer = context.createConsumer(answers)) {
            String answer = consumer.receiveBody(String.class, 60_000);
            assertThat(answer).as(queue).isNotNull();
            return new ObjectMapper().readTree(answer);
        }
    }

    private static void answered(
            JMSContext context,
            String queue,
            String text,
            Map<String, String> properties,
            java.util.function.LongSupplier count)
            throws JMSException {
        long before = count.getAsLong();
        TextMessage message = context.createTextMessage(text);
        for (var property : properties.entrySet()) {
            message.setStringProperty(property.getKey(), property.getValue());
        }
        context.createProducer().setTimeToLive(0).setDeliveryDelay(0).send(context.createQueue(queue), message);
        Awaitility.await(queue).atMost(PATIENCE).until(() -> count.getAsLong() > before);
    }
}
