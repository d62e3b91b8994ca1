package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "overview",
        mixinStandardHelpOptions = true,
        description = "Show agencies, the worst first, with what they came to over all gateways; gateways;"
                + " record, broker and database. Times are UTC.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops overview --check --json > overview.json || alarm",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:shown",
            "1:the gateway refused, or does not answer; with --check also: something is wrong",
            "2:wrong arguments"
        })
final class OverviewCommand extends AskingCommand {
    private static final Set<String> WRONG = Set.of("DOWN", "FAILING");

    @Option(
            names = "--check",
            description = "Exit with 1 where an agency is DOWN or FAILING, a gateway is not ready, or broker"
                    + " or database are DOWN.")
    private boolean check;

    @Override
    JsonNode ask(GatewayClient client) {
        return client.get(GatewayClient.BASE + "/overview").json();
    }

    @Override
    void show(JsonNode answer, PrintWriter out) {
        out.println("Agencies, of the last " + answer.path("minutes").asInt() + " minutes, at "
                + answer.path("at").asText());
        new PlainTable()
                .column("AGENCY", "agency")
                .column("STATE", "state")
                .column("SINCE", "since")
                .column("ASKED", "asked")
                .column(
                        "ANSWERED",
                        tile -> tile.has("answeredShare")
                                ? Math.round(tile.path("answeredShare").asDouble() * 1000) / 10.0 + " %"
                                : "-")
                .column("P95 MS", "p95Ms")
                .column("BREAKERS", tile -> breakers(tile.path("breakers")))
                .column("CALLS", "calls")
                .column("USE", "use")
                .column("FILE AGE", tile -> age(tile.path("snapshotAgeSeconds")))
                .column("CERTIFICATE DAYS", "certificateDaysLeft")
                .print(answer.path("agencies"), "There is no agency", out);
        out.println();
        new PlainTable()
                .column("GATEWAY", "name")
                .column("VERSION", "version")
                .column(
                        "CONFIGURATION",
                        gateway -> gateway.path("configuration").asText().substring(0, 12))
                .column("SINCE", "since")
                .column("READY", "ready")
                .print(answer.path("gateways"), "There is no gateway", out);
        JsonNode record = answer.path("record");
        out.println();
        out.println("Record: " + PlainTable.text(record.path("unsigned")) + " entries unsigned, signed "
                + age(record.path("rootAgeSeconds")) + " ago, stamped " + age(record.path("stampAgeSeconds")) + " ago, "
                + PlainTable.text(record.path("anchorsBehind")) + " roots not anchored");
        partners(answer.path("partners"), out);
        out.println("Database: " + outside(answer.path("database")) + "; broker: " + outside(answer.path("broker")));
    }

    private static void partners(JsonNode partners, PrintWriter out) {
        if (!partners.isMissingNode()) {
            out.println(
                    "Partners: " + partners.path("applications").asLong() + " applications wait; of the last 7 days "
                            + partners.path("newKeys").asLong() + " with a new key, "
                            + partners.path("endedKeys").asLong() + " with one that ended");
        }
    }

    private static String breakers(JsonNode breakers) {
        long open = 0;
        for (JsonNode breaker : breakers) {
            open += breaker.asText().equals("CLOSED") ? 0 : 1;
        }
        return open == 0 ? "closed" : open + " of " + breakers.size() + " open";
    }

    private static String age(JsonNode seconds) {
        return seconds.isMissingNode()
                ? "-"
                : Duration.ofSeconds(seconds.asLong()).toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }

    private static String outside(JsonNode state) {
        return state.path("state").asText() + " since " + state.path("since").asText();
    }

    @Override
    int exit(JsonNode answer) {
        boolean wrong = !answer.at("/database/state").asText().equals("UP")
                || !answer.at("/broker/state").asText().equals("UP");
        for (JsonNode tile : answer.path("agencies")) {
            wrong |= WRONG.contains(tile.path("state").asText());
        }
        for (JsonNode gateway : answer.path("gateways")) {
            wrong |= !gateway.path("ready").asBoolean(true);
        }
        return check && wrong ? 1 : 0;
    }
}
