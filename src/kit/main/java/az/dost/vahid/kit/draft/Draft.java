package az.dost.vahid.kit.draft;

import az.dost.vahid.check.fact.FactSchemas;
import az.dost.vahid.check.fact.Words;
import az.dost.vahid.drop.row.Layout;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.json.Json;
import az.dost.vahid.kit.draft.field.DraftException;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Kind;
import az.dost.vahid.kit.draft.field.Leaf;
import az.dost.vahid.kit.file.RowsFile;
import az.dost.vahid.logging.PlainText;
import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.normalise.MappingException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.schibsted.spt.data.jslt.JsltException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The first draft of a connector's folder. */
public final class Draft {
    private static final ObjectMapper JSON = Json.mapper();
    private final String id;
    private final AgencyContract contract;
    private final RowsFile rows;
    private final FactSchemas schemas;
    private final Words words;
    private final FactSearch search;
    private final Guess operation;
    private final List<Leaf> leaves;
    private final Roles roles;
    /** The request says about whom in its address, and no field of the reply is called like that. */
    private final boolean namesNobody;

    private final Field reply;
    private final List<FactChoice> likely;
    private final List<FactChoice> sure;
    private String mapping;
    private JsonNode expected;

    /**
     * @param from a WSDL, XML Schema, OpenAPI, CSV, XML or JSON file, told apart by its content or its name's end
     * @param operation which one of the contract, null for the one that {@link Operations} has first
     * @param asDrop whether a schema or a sample is of a file drop, and not of a reply
     * @throws DraftException when no draft can be made of it
     */
    public Draft(String id, Path from, String operation, boolean asDrop, FactSchemas schemas) {
        this(id, from, null, operation, asDrop, schemas);
    }

    /** @param root the folder that has all that a contract refers to; null for its own */
    public Draft(String id, Path from, Path root, String operation, boolean asDrop, FactSchemas schemas) {
        this(id, Operations.choice(from, root, operation, asDrop, schemas), null, schemas);
    }

    /**
     * Of rows of separated values or of fixed width.
     *
     * @param from rows as the agency sends them, or its table of a layout
     * @param layout the agency's table of the layout; null where there is none beside
     * @param charset in which the rows are, as a person says it; null where it is to be found
     * @throws DraftException when no draft can be made of it
     */
    public static Draft ofRows(String id, Path from, Path layout, String charset, FactSchemas schemas) {
        for (Path file : layout == null ? List.of(from) : List.of(from, layout)) {
            if (!OthersFiles.beside(file).has(file)) {
                throw new DraftException("There is no file " + file);
            }
        }
        SampleReader sample = new SampleReader(from);
        RowsFile rows = sample.rows(layout, charset);
        return new Draft(id, new Operations.Choice(null, sample.contract(rows)), rows, schemas);
    }

    /** Whether a file's name says that it has rows, separated or of fixed width, or a table of their layout. */
    public static boolean rows(Path file) {
        return file.getFileName().toString().matches("(?i).*\\.(?:csv|tsv|tab|psv|txt|dat|asc|fwf|prn|md)");
    }

    /** @param rows null unless the draft is of rows */
    private Draft(String id, Operations.Choice chosen, RowsFile rows, FactSchemas schemas) {
        this.id = id;
        this.schemas = schemas;
        this.words = new Words(schemas);
        this.operation = chosen.guess();
        this.contract = chosen.contract();
        this.rows = rows;
        ContractBounds.check(contract);
        List<Leaf> fields = Leaf.of(contract.reply());
        // By the contract's own examples: those that are made for the sample prove nothing.
        Roles meant = Roles.answering(contract.request(), words, fields);
        this.namesNobody = contract.call().containsKey("finInAddress")
                && !meant.calledAsAsked()
                && fields.stream()
                        .map(leaf -> leaf.match(words::subject))
                        .noneMatch(match -> match.score() >= Roles.ALIKE && !match.loose());
        meant = namesNobody ? meant.withoutSubject() : meant;
        this.reply = Replacement.byContract(contract.reply(), meant);
        this.leaves = Leaf.of(reply);
        this.roles = meant.in(fields, leaves);
        this.search = new FactSearch(
                schemas,
                words,
                leaves.stream().filter(leaf -> !roles.takes(leaf)).toList(),
                List.of(id.replace('-', ' '), contract.reply().name()));
        this.likely = search.likely();
        this.sure = new ArrayList<>(search.sure());
        settle();
    }

    /** What does not fit the dossier after all becomes a proposal: the draft must run. */
    private void settle() {
        while (true) {
            mapping = new MappingText(leaves, roles, likely, search)
                    .of("Draft for " + id + ".", sure, file(), requestId());
            try {
                expected = JSON.readTree(
                        Mapping.compile(mapping).applyWhole(tree()).toString());
            } catch (MappingException | JsltException | IOException e) {
                if (sure.isEmpty()) {
                    throw new DraftException("The draft's mapping does not run: " + e.getMessage(), e);
                }
                sure.remove(sure.size() - 1);
                continue;
            }
            List<JsonPointer> misfits = schemas.misfits(expected.path("facts")).stream()
                    .map(FactSchemas.Misfit::at)
                    .toList();
            if (misfits.isEmpty()) {
                return;
            }
            List<FactChoice> fitting = sure.stream()
                    .map(choice -> choice.without(misfits))
                    .filter(FactChoice::complete)
                    .toList();
            sure.clear();
            sure.addAll(fitting);
        }
    }

    private boolean file() {
        return contract.protocol().equals("file");
    }

    private boolean requestId() {
        return !file()
                && roles.requestId() != null
                && (contract.call().containsKey("request")
                                ? RequestText.of(contract, words)
                                : contract.call().toString())
                        .contains("{requestId}");
    }

    private JsonNode tree() {
        return Tree.of(reply, contract.form().equals("json"));
    }

    /** Names of the facts that the mapping gives already. */
    public List<String> facts() {
        return sure.stream().map(choice -> choice.fact().name()).toList();
    }

    /** What the draft took for what, known or guessed: the operation, the question's fields, the answer's. */
    public List<Guess> guesses() {
        List<Guess> all = new ArrayList<>();
        if (operation != null) {
            all.add(operation);
        }
        if (contract.request() != null) {
            all.addAll(
                    contract.request().kind() == Kind.GROUP
                            ? Guess.asked(Roles.of(words, Leaf.of(contract.request())))
                            : List.of(new Guess(
                                    "request",
                                    "fin",
                                    false,
                                    "the request is one value, and the contract does not say which")));
        }
        all.addAll(RequestText.constants(contract, words));
        all.addAll(contract.constants());
        List<Roles.Taken> answered = new ArrayList<>(roles.taken());
        answered.removeIf(one -> one.is().equals("asOf") && file() || one.is().equals("requestId") && !requestId());
        sure.forEach(choice -> choice.fields().keySet().forEach(field -> answered.add(search.taken(choice, field))));
        answered.forEach(taken -> all.add(taken.in(file() ? "row" : "reply")));
        if (rows != null) {
            rows.guessed()
                    .forEach((member, why) -> all.add(new Guess("drop/" + member, member, false, PlainText.of(why))));
        }
        return all;
    }

    /** What a person has to know of the contract or the file, a line each. */
    public List<String> notes() {
        String any =
                "the contract does not say what an answer holds: put answers of the agency, with invented people, into samples, and write the mapping by them";
        return Stream.of(
                        contract.notes().stream(),
                        QuestionNotes.of(contract, words).stream(),
                        leaves.isEmpty() ? Stream.of(any) : Stream.<String>empty())
                .flatMap(one -> one)
                .map(PlainText::of)
                .toList();
    }

    /** Writes the folder, which must not be there yet. */
    public void write(Path folder) throws IOException {
        List<String> facts = !facts().isEmpty()
                ? facts()
                : List.of(likely.isEmpty() ? "identity" : likely.get(0).fact().name());
        Files.createDirectories(folder.resolve("samples/found"));
        text(
                folder.resolve("connector.yaml"),
                DescriptorText.of(id, contract, facts, requestId(), namesNobody) + Guess.yaml(guesses()));
        text(folder.resolve("mapping.jslt"), mapping);
        if (contract.call().containsKey("request")) {
            text(folder.resolve(contract.call().get("request").toString()), RequestText.of(contract, words));
        }
        if (!contract.headers().isEmpty()) {
            text(folder.resolve(contract.call().get("header").toString()), RequestText.header(contract, words));
        }
        for (Map.Entry<String, byte[]> file : contract.contract().entrySet()) {
            Files.createDirectories(folder.resolve(file.getKey()).getParent());
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        if (contract.contract().isEmpty()) {
            text(folder.resolve("contract.md"), columns());
        }
        if (rows != null && rows.layout() != null) {
            text(folder.resolve(RowsFile.LAYOUT), rows.layout());
        }
        sample(folder.resolve("samples/found"));
        text(folder.resolve("samples/found/expected.json"), ExampleDocument.json(expected, true));
    }

    private void sample(Path folder) throws IOException {
        switch (contract.form()) {
            case "soap" -> envelope(folder);
            case "xml" -> text(folder.resolve(file() ? "row.xml" : "reply.xml"), ExampleDocument.xml(reply));
            case "csv" ->
                Files.writeString(
                        folder.resolve("row.csv"),
                        ExampleDocument.csv(reply, contract.call()),
                        Charset.forName(contract.call().get("charset").toString()));
            // Made by ofRows alone, which has the layout.
            case "fixed" ->
                Files.writeString(
                        folder.resolve("row.txt"),
                        ExampleDocument.fixed(reply, Layout.read(rows.layout())),
                        Charset.forName(contract.call().get("charset").toString()));
            default -> text(folder.resolve(file() ? "row.json" : "reply.json"), ExampleDocument.json(tree(), !file()));
        }
    }

    private void envelope(Path folder) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        text(
                folder.resolve("reply.xml"),
                ExampleDocument.referring(
                        ExampleDocument.envelope(
                                reply, contract.call().get("soapVersion").toString()),
                        contract.swaRefs(),
                        parts));
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            Files.createDirectories(folder.resolve("parts"));
            Files.write(folder.resolve("parts").resolve(part.getKey()), part.getValue());
        }
    }

    private String columns() {
        StringBuilder text = new StringBuilder(
                "# " + id
                        + "\nRead off a sample; the agency's own description belongs here.\n\n| field | kind | form |\n| --- | --- | --- |\n");
        leaves.forEach(leaf -> text.append("| ")
                .append(code(leaf.shown().substring(1)))
                .append(" | ")
                .append(leaf.field().kind().name().toLowerCase(java.util.Locale.ROOT))
                .append(" | ")
                .append(leaf.field().pattern() == null ? "" : "`" + leaf.field().pattern() + "`")
                .append(" |\n"));
        if (!contract.notes().isEmpty()) {
            text.append("\nHow the file is written:\n\n");
            notes().forEach(note ->
                    text.append("- ").append(note.replace("`", "'")).append('\n'));
        }
        return text.toString();
    }

    /** In Markdown: nothing in it ends the cell. */
    private static String code(String name) {
        return "`" + name.replace('`', '\'').replace('|', '/') + "`";
    }

    private static void text(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
