package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Option;

/**
 * Settles many dead letters, and tells how far that is until it has ended; whoever stops the command stops nothing
 * else.
 */
abstract class SettlingCommand extends AskingCommand {
    @Option(names = "--subscription", paramLabel = "ID", description = "Only those for this subscription.")
    private String subscription;

    @Option(names = "--reason", description = "Only those laid aside for this reason: ${COMPLETION-CANDIDATES}.")
    private Reason reason;

    @Option(
            names = "--before",
            paramLabel = "TIME",
            description = "Only those laid aside before, such as 2026-11-28T08:00:00Z.")
    private String before;

    @Option(
            names = "--because",
            required = true,
            paramLabel = "WHY",
            description = "For those who look later; no personal data.")
    private String because;

    @Option(names = "--no-wait", description = "Begin it, and do not wait for its end.")
    private boolean begin;

    /** Why a delivery was laid aside. */
    enum Reason {
        EXPIRED,
        POISON,
        EXHAUSTED
    }

    abstract void order(ObjectNode order);

    @Override
    JsonNode ask(GatewayClient client) {
        ObjectNode order = JsonNodeFactory.instance.objectNode().put("because", because);
        order(order);
        put(order, "subscription", subscription);
        put(order, "reason", reason);
        put(order, "laidAsideBefore", before);
        GatewayClient.Said begun = client.act(GatewayClient.BASE + "/dead-letters/batches", order);
        JsonNode batch = begun.json();
        while (!begin && batch.path("state").asText().equals("RUNNING")) {
            if (!json()) {
                progress(batch);
            }
            sleep();
            batch = client.get(begun.location()).json();
        }
        return batch;
    }

    private static void put(ObjectNode order, String name, Object value) {
        if (value != null) {
            order.put(name, value.toString());
        }
    }

    private void progress(JsonNode batch) {
        PrintWriter out = spec().commandLine().getOut();
        out.println(batch.path("done").asLong() + " of " + batch.path("letters").asLong());
        out.flush();
    }

    private static void sleep() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("Interrupted; the gateway goes on");
        }
    }

    @Override
    void show(JsonNode batch, PrintWriter out) {
        out.println(batch.path("state").asText() + ": " + batch.path("done").asLong() + " of "
                + batch.path("letters").asLong() + " settled, "
                + batch.path("failed").asLong() + " are dead letters still; batch "
                + batch.path("id").asText());
    }

    @Override
    int exit(JsonNode batch) {
        return batch.path("state").asText().equals("FAILED") ? 1 : 0;
    }
}
