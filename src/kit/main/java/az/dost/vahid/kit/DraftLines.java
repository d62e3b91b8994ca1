package az.dost.vahid.kit;

import az.dost.vahid.check.Remark;
import az.dost.vahid.check.Remarks;
import az.dost.vahid.check.Severity;
import az.dost.vahid.command.Colours;
import az.dost.vahid.connector.UnconfirmedGuesses;
import az.dost.vahid.json.Literal;
import az.dost.vahid.kit.draft.Guess;
import az.dost.vahid.kit.draft.Operations;
import az.dost.vahid.logging.PlainText;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * What a draft took for what, and what a contract offers, for people and for machines: names of a contract never act in
 * a terminal.
 */
final class DraftLines {
    /** Of a draft, what is known, what is guessed, what is to be done; it is no mistake of a person's yet. */
    static void print(List<Guess> guesses, Remarks remarks, CommandLine command) {
        PrintWriter out = command.getOut();
        guesses.forEach(guess -> {
            String line = PlainText.of(guess.place() + " is " + guess.is() + ": " + guess.why());
            out.println(guess.known() ? "known: " + line : Colours.warning(command, "guessed: " + line));
        });
        for (Remark remark : remarks.sorted()) {
            if (remark.severity() == Severity.WARNING) {
                out.println(Colours.warning(command, remark.toString()));
            } else if (!UnconfirmedGuesses.has(remark.finding())) {
                out.println(Colours.warning(
                        command, "to do: " + PlainText.of(remark.finding().toString())));
            }
        }
        long open = guesses.stream().filter(guess -> !guess.known()).count();
        if (open > 0) {
            out.println(
                    open + " of " + guesses.size()
                            + " places were guessed: check refuses the folder until each is moved to confirmed in connector.yaml, or put right");
        }
    }

    static ArrayNode json(List<Guess> guesses) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        guesses.forEach(guess -> list.addObject()
                .put("place", guess.place())
                .put("is", guess.is())
                .put("known", guess.known())
                .put("why", guess.why()));
        return list;
    }

    /** All operations, the likeliest first, each with its reasons. */
    static void print(Operations operations, boolean json, PrintWriter out) {
        List<Operations.Offer> offers = operations.offers();
        if (json) {
            ObjectNode told = JsonNodeFactory.instance.objectNode();
            ArrayNode list = told.putArray("operations");
            for (Operations.Offer offer : offers) {
                ObjectNode one = list.addObject().put("operation", offer.name()).put("score", offer.score());
                offer.facts().forEach(one.putArray("facts")::add);
                offer.why().forEach(one.putArray("why")::add);
            }
            told.put("count", operations.count());
            out.println(Literal.plain(told.toPrettyString()));
            return;
        }
        for (Operations.Offer offer : offers) {
            out.printf(
                    "%5d  %s%n", offer.score(), offer.name().isEmpty() ? "(the sample)" : PlainText.of(offer.name()));
            offer.why().forEach(why -> out.println("         " + PlainText.of(why)));
        }
        out.println(
                operations.count() + (operations.count() == 1 ? " operation" : " operations")
                        + (operations.count() > offers.size()
                                ? ", of which the first " + offers.size() + " were looked at"
                                : "")
                        + "; the score says how much each looks like a question about a person, of 100. Take one with --operation");
    }

    private DraftLines() {}
}
