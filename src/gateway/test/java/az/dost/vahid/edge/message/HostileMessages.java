package az.dost.vahid.edge.message;

import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.StreamMessage;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;

/**
 * Mutated messages: every kind, property, reply queue, body and way of delivery that a sender can think of; the same
 * ones in every run.
 */
final class HostileMessages {
    private static final List<String> NAMES = List.of(
            "CamelJmsDestinationName",
            "cAmelJmsDestinationName",
            "CAMELJMSDESTINATIONNAME",
            "cameljmsdestinationname",
            "CamelJmsDestination",
            "CamelBeanMethodName",
            "cAMELbEANmETHODnAME",
            "CamelHttpUri",
            "CamelFileName",
            "CamelExceptionCaught",
            "CamelRedeliveryCounter",
            "Camel_DOT_x",
            "Content_HYPHEN_Type",
            "breadcrumbId",
            "authorization",
            "AUTHORIZATION",
            "JMSXGroupID",
            "JMSXGroupSeq",
            "JMSType",
            "VahidLetter",
            "VahidFrom",
            "VahidRequester",
            "VahidDelivery",
            "VahidSubscription",
            "VahidVersion",
            "VahidAttempts",
            "VahidReason",
            "VahidDetail",
            "VahidTerms",
            "VahidContentType",
            "VahidChannel",
            "VahidIdempotencyKey",
            "_AMQ_ORIG_ADDRESS",
            "_AMQ_GROUP_ID",
            "_AMQ_SCHED_DELIVERY");
    private static final List<String> VALUES = List.of(
            "siege.elsewhere",
            "vahid.lookup.dead",
            "queue://siege.elsewhere",
            "",
            "null",
            "../../x",
            "\u0000",
            "x".repeat(20_000),
            "1e999",
            "0b1f9c2e-7a34-4c55-9c1a-0123456789ab",
            "${bean:java.lang.System?method=exit}",
            "siege");
    private static final List<String> REPLIES = List.of(
            "queue://siege.elsewhere",
            "queue://vahid.lookup",
            "queue://vahid.lookup.dead",
            "queue://vahid.parked",
            "queue://vahid.events.dead",
            "queue://requester.dost-centre-2.answers",
            "topic://vahid.events",
            "topic://siege.topic",
            "queue://requester.dost-centre-1.a::siege.elsewhere",
            "temp-queue://siege.elsewhere",
            "temp-queue://0b1f9c2e-7a34-4c55-9c1a-0123456789ab",
            "temp-topic://siege.elsewhere",
            "siege.elsewhere",
            "queue://#",
            "queue://activemq.management",
            "queue://DLQ");
    private static final List<String> TOKENS = List.of(
            "Bearer demo-dost-centre-1",
            "Bearer demo-civil-registry",
            "Bearer nobody",
            "Bearer ",
            "Basic eDp5",
            "Bearer eyJhbGciOiJub25lIn0.e30.",
            "\n");
    private final Random random;
    private final JMSContext context;
    private final Destination answers;
    private final List<String> texts = new ArrayList<>();

    HostileMessages(JMSContext context, Destination answers, long seed) {
        this.context = context;
        this.answers = answers;
        this.random = new Random(seed);
        String request =
                "{\"subject\":{\"fin\":\"W1D0W01\"},\"service\":\"no-such-service\",\"caseRef\":\"SIEGE/1\",\"official\":\"siege\"}";
        texts.addAll(List.of(
                request,
                request.substring(0, 40),
                request + request,
                "",
                "null",
                "[".repeat(20_000),
                "{\"a\":".repeat(5_000),
                "\uFEFF" + request,
                "\u0000".repeat(100),
                "\uD800",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
                "x".repeat(200_000),
                "fin\nW1D0W01\n",
                "a.b.c",
                "0b1f9c2e-7a34-4c55-9c1a-0123456789ab",
                "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA"));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Sends the next one. */
    void send(Destination destination) throws JMSException {
        Message message = message();
        for (int i = random.nextInt(4); i > 0; i--) {
            property(message);
        }
        if (random.nextInt(8) > 0) {
            message.setStringProperty("Authorization", any(TOKENS));
        }
        int reply = random.nextInt(4);
        if (reply > 0) {
            message.setJMSReplyTo(reply == 1 ? answers : ActiveMQDestination.fromPrefixedName(any(REPLIES)));
        }
        message.setJMSCorrelationID(any(List.of("siege", "x".repeat(5_000), "\u0007\n", "")));
        // Artemis keeps what one producer of a context was told for the next one.
        JMSProducer producer = context.createProducer()
                .setPriority(random.nextInt(10))
                .setTimeToLive(0)
                .setDeliveryDelay(0);
        switch (random.nextInt(12)) {
            case 0 -> producer.setTimeToLive(1 + random.nextInt(50));
            case 1 -> producer.setDeliveryDelay(random.nextInt(300));
            case 2 -> message.setStringProperty("_AMQ_DUPL_ID", "siege " + random.nextInt(5));
            default -> {}
        }
        producer.send(destination, message);
    }

    private void property(Message message) {
        try {
            String name = any(NAMES);
            switch (random.nextInt(6)) {
                case 0 -> message.setLongProperty(name, Long.MAX_VALUE);
                case 1 -> message.setBooleanProperty(name, true);
                case 2 -> message.setDoubleProperty(name, Double.NaN);
                default -> message.setStringProperty(name, any(VALUES));
            }
        } catch (JMSException | IllegalArgumentException e) {
            // A name that the client itself does not send.
        }
    }

    private Message message() throws JMSException {
        byte[] garbage = new byte[random.nextInt(3_000)];
        random.nextBytes(garbage);
        switch (random.nextInt(6)) {
            case 0 -> {
                BytesMessage bytes = context.createBytesMessage();
                bytes.writeBytes(
                        random.nextBoolean()
                                ? garbage
                                : any(texts)
                                        .getBytes(
                                                random.nextBoolean()
                                                        ? StandardCharsets.UTF_16
                                                        : StandardCharsets.UTF_8));
                return bytes;
            }
            case 1 -> {
                MapMessage map = context.createMapMessage();
                map.setString("body", any(texts));
                map.setBytes("bytes", garbage);
                return map;
            }
            case 2 -> {
                StreamMessage stream = context.createStreamMessage();
                stream.writeString(any(texts));
                stream.writeBytes(garbage);
                return stream;
            }
            case 3 -> {
                Serializable gadget = random.nextBoolean() ? new Gadget() : new ArrayList<>(List.of(new Gadget(), "x"));
                return context.createObjectMessage(gadget);
            }
            case 4 -> {
                return context.createMessage();
            }
            default -> {
                return context.createTextMessage(any(texts));
            }
        }
    }
}
