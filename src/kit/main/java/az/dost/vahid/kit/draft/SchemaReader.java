package az.dost.vahid.kit.draft;

import az.dost.vahid.check.fact.Words;
import az.dost.vahid.check.wsdl.ContractException;
import az.dost.vahid.check.wsdl.ContractFiles;
import az.dost.vahid.check.wsdl.ReadSchemas;
import az.dost.vahid.kit.draft.field.DraftException;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Kind;
import az.dost.vahid.kit.draft.field.Leaf;
import az.dost.vahid.kit.draft.schema.SchemaTypes;
import az.dost.vahid.logging.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/**
 * An XML Schema alone, of which each element that a document may begin with is an answer over HTTP, or a file. It does
 * not say which element asks for which: that is looked for, and told.
 */
final class SchemaReader implements Contracts.Reader {
    private static final int MOST_CHOICES = 10;
    private static final String XML = "application/xml";
    private final boolean asDrop;
    private final ContractFiles files;
    private final ReadSchemas schemas;
    private final List<QName> elements;
    private final Words words = new Words();

    /**
     * @param root the folder that has all that the schema imports; null for its own
     * @param asDrop whether a document is a file of many rows, and not one answer
     */
    SchemaReader(Path from, Path root, boolean asDrop) {
        this.asDrop = asDrop;
        try {
            files = ContractFiles.of(from, root);
            schemas = new ReadSchemas(files);
            elements = files.elements();
        } catch (ContractException e) {
            throw new DraftException(e);
        }
        if (elements.isEmpty()) {
            throw new DraftException(
                    from.getFileName()
                            + " has types alone, and no element that a document may begin with: take a sample of an answer instead");
        }
    }

    @Override
    public List<String> operations() {
        return elements.stream().map(QName::getLocalPart).distinct().toList();
    }

    /** @param operation name of the element with which an answer, or a file, begins; null for the first */
    @Override
    public AgencyContract read(String operation) {
        QName element = operation == null
                ? elements.get(0)
                : elements.stream()
                        .filter(one -> one.getLocalPart().equals(operation)
                                || one.toString().equals(operation))
                        .findFirst()
                        .orElseThrow(() -> new DraftException(PlainText.of("The schema has no element " + operation
                                + " that a document may begin with, but " + String.join(", ", operations()))));
        SchemaTypes types = new SchemaTypes(schemas);
        try {
            Field document = types.element(element);
            return asDrop ? file(document, types) : answer(document, types);
        } catch (ContractException e) {
            throw new DraftException(e);
        }
    }

    private AgencyContract answer(Field answer, SchemaTypes types) {
        if (answer.kind() != Kind.GROUP) {
            throw new DraftException(answer.name() + " is one value, and no answer about a person");
        }
        List<String> notes = notes("the reply", types);
        Optional<Field> question = question(answer);
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("request", question.isPresent() ? "request.xml" : "request.json");
        call.put("path", "/");
        if (question.isPresent()) {
            call.put("contentType", XML);
        }
        call.put("accept", XML);
        call.put("reply", "xml");
        notes.add(
                "a schema alone says neither where the agency is asked nor how: call is drafted as a POST of XML to the address itself");
        notes.add(
                question.isPresent()
                        ? question.get().name() + " is drafted as the question to which " + answer.name()
                                + " is the answer: the schema does not say so, hold it to the agency's own description"
                        : "no element of the schema asks about a person in a way that is like " + answer.name()
                                + ": the request is invented, write it by the agency's own description");
        return new AgencyContract(
                "rest", call, "xml", question.orElseGet(SampleReader::question), answer, files.copies(), notes);
    }

    /** Another element with a place for a person's number, the one that is called most like the answer. */
    private Optional<Field> question(Field answer) {
        return elements.stream()
                .filter(element -> !element.getLocalPart().equals(answer.name()))
                .flatMap(element -> drawn(element).stream())
                .filter(field -> field.kind() == Kind.GROUP
                        && Leaf.of(field).stream()
                                .anyMatch(leaf -> leaf.match(words::subject).score() >= Roles.ALIKE))
                .max(Comparator.comparingInt((Field field) -> alike(field.name(), answer.name()))
                        .thenComparing(field -> -Leaf.of(field).size()));
    }

    private Optional<Field> drawn(QName element) {
        try {
            return Optional.of(new SchemaTypes(schemas).element(element));
        } catch (DraftException | ContractException e) {
            // It may be used by none.
            return Optional.empty();
        }
    }

    /** How many characters they begin with together. */
    private static int alike(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    /** The rows are the outermost element that repeats. */
    private AgencyContract file(Field document, SchemaTypes types) {
        List<Field> way = row(document, new ArrayList<>(List.of(document)));
        if (way == null) {
            throw new DraftException(document.name() + " has no element that repeats: a file holds rows");
        }
        Field row = way.get(way.size() - 1);
        Map<String, Object> drop = SampleReader.drop("xml", "rows.xml");
        drop.put("rows", way.get(way.size() - 2).name());
        drop.put("row", row.name());
        List<String> notes = notes("a file", types);
        notes.add("a schema does not say what files are called: write their pattern into drop.pattern");
        return new AgencyContract(
                "file",
                drop,
                "xml",
                null,
                Field.group(row.name(), row.namespace(), false, true, row.children()),
                files.copies(),
                notes);
    }

    /** From the document down to the row; null where nothing repeats. */
    private static List<Field> row(Field group, List<Field> way) {
        List<List<Field>> ways = group.children().stream()
                .filter(child -> child.kind() == Kind.GROUP)
                .map(child -> {
                    List<Field> longer = new ArrayList<>(way);
                    longer.add(child);
                    return longer;
                })
                .collect(Collectors.toList());
        for (List<Field> one : ways) {
            if (one.get(one.size() - 1).repeated()) {
                return one;
            }
        }
        return ways.stream()
                .map(one -> row(one.get(one.size() - 1), one))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    private static List<String> notes(String document, SchemaTypes types) {
        return types.chosen().stream()
                .limit(MOST_CHOICES)
                .map(choice -> document + ": " + choice)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
