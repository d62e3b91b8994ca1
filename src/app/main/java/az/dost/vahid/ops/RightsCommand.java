package az.dost.vahid.ops;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.function.Function;
import picocli.CommandLine.Command;

@Command(
        name = "rights",
        mixinStandardHelpOptions = true,
        description =
                "Show rights that the bus finds by itself: which law holds, what waits, what was found, where offers stand. Times are UTC.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops rights",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:the gateway refused, or does not answer", "2:wrong arguments"})
final class RightsCommand extends AskingCommand {
    @Override
    JsonNode ask(GatewayClient client) {
        return client.get(GatewayClient.BASE + "/rights").json();
    }

    @Override
    void show(JsonNode answer, PrintWriter out) {
        new PlainTable()
                .column("RIGHT", "right")
                .column("LAW", right -> PlainTable.text(right.at("/law/from")))
                .column("NEXT", right -> PlainTable.text(right.at("/next/from")))
                .column("DUE", "due")
                .column("SINCE", "oldestDue")
                .column("ASKED AGAIN", "silent")
                .column("BIRTHDAYS", "birthdays")
                .column("LOOKS", counted("evaluations", "outcome"))
                .column("NOT LOOKED AT", counted("ended", "end"))
                .column("OFFERS", counted("offers", "state"))
                .column("OLDEST OPEN", "oldestOffer")
                .print(answer.path("rights"), "The bus looks for no right", out);
        if (answer.path("deaths").asLong() > 0) {
            out.println("Deaths after which offers are still to be withdrawn: "
                    + answer.path("deaths").asLong());
        }
    }

    private static Function<JsonNode, String> counted(String list, String name) {
        return right -> right.path(list).isEmpty()
                ? "-"
                : String.join(
                        ",",
                        Json.list(
                                right.path(list),
                                one -> one.path(name).asText() + " "
                                        + one.path("count").asText()));
    }
}
