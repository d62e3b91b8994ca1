package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Exchange;

/**
 * What developers read: problem codes, words, events and the contracts themselves,
 * {@code contracts/catalogue.openapi.yaml}.
 */
public final class DeveloperHandler {
    private static final String PROBLEMS = "problems";
    private final Supplier<Wordbook> words;
    private final Supplier<PublishedContracts> contracts;

    DeveloperHandler(Supplier<Wordbook> words, Supplier<PublishedContracts> contracts) {
        this.words = words;
        this.contracts = contracts;
    }

    public void problems(Exchange exchange) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = body.putArray(PROBLEMS);
        for (ProblemCode code : ProblemCode.values()) {
            ObjectNode row = rows.addObject()
                    .put("code", code.name())
                    .put("status", code.status())
                    .put("title", code.title())
                    .put("fix", code.fix());
            row.set("name", word(PROBLEMS, code.name()));
            row.set("whatToDo", word(PROBLEMS, code.name() + ".whatToDo"));
        }
        KeptAnswer.json(exchange.getMessage(), body);
    }

    public void kinds(Exchange exchange) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        words.get().kinds().forEach(body.putArray("kinds")::add);
        KeptAnswer.json(exchange.getMessage(), body);
    }

    /** @throws ProblemException NOT_FOUND */
    public void words(Exchange exchange) {
        Map<String, Word> kind = words.get().of(exchange.getMessage().getHeader("kind", String.class));
        if (kind.isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_FOUND, null, "There are no words of this kind.");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode all = body.putObject("words");
        kind.forEach((key, word) -> all.set(key, WordJson.of(word)));
        KeptAnswer.json(exchange.getMessage(), body);
    }

    public void events(Exchange exchange) {
        KeptAnswer.json(
                exchange.getMessage(), EventsJson.of(contracts.get(), type -> word("values", "event.type." + type)));
    }

    public void contracts(Exchange exchange) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = body.putArray("contracts");
        contracts.get().all().forEach((path, file) -> {
            ObjectNode row = rows.addObject().put("path", path);
            if (file.title() != null) {
                row.put("title", file.title());
            }
            row.put("type", file.type()).put("bytes", file.bytes().length).put("sha256", file.digest());
        });
        KeptAnswer.json(exchange.getMessage(), body);
    }

    /** @throws ProblemException NOT_FOUND */
    public void contract(Exchange exchange) {
        String folder = exchange.getMessage().getHeader("folder", String.class);
        String name = exchange.getMessage().getHeader("file", String.class);
        PublishedContracts.File file = contracts.get().all().get(folder == null ? name : folder + "/" + name);
        if (file == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND, null, "No contract has this name.");
        }
        KeptAnswer.bytes(exchange.getMessage(), file.type(), file.bytes());
    }

    private ObjectNode word(String kind, String key) {
        return WordJson.of(words.get().of(kind).getOrDefault(key, new Word(key, key)));
    }
}
