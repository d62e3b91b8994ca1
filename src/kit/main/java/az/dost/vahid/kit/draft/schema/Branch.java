package az.dost.vahid.kit.draft.schema;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.ws.commons.schema.XmlSchemaAny;
import org.apache.ws.commons.schema.XmlSchemaChoice;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaParticle;
import org.apache.ws.commons.schema.XmlSchemaSequence;

/** What is drafted of a choice: its first branch that is no fault; the others are told. */
public final class Branch {
    private static final int NAMED = 5;
    /** What stands in an answer's place when there is none. */
    private static final Pattern FAULT = Pattern.compile("(?i)fault(?:_?(?:code|string|detail))?");

    /** Empty when the choice has none. */
    public static Optional<XmlSchemaParticle> of(XmlSchemaChoice choice) {
        List<XmlSchemaParticle> branches = particles(choice.getItems());
        return branches.stream()
                .filter(branch -> !fault(branch))
                .findFirst()
                .or(() -> branches.stream().findFirst());
    }

    /** A line about the branches beside the one that is drafted; empty when there are none. */
    public static Optional<String> others(XmlSchemaChoice choice) {
        List<String> names = particles(choice.getItems()).stream()
                .filter(branch -> !fault(branch))
                .map(Branch::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(names.get(0) + " is drafted; the contract lets stand in its place "
                + names.stream().skip(1).limit(NAMED).collect(Collectors.joining(" or "))
                + (names.size() > NAMED + 1 ? " or " + (names.size() - NAMED - 1) + " more" : ""));
    }

    private static List<XmlSchemaParticle> particles(List<?> items) {
        return items.stream()
                .filter(XmlSchemaParticle.class::isInstance)
                .map(XmlSchemaParticle.class::cast)
                .toList();
    }

    private static boolean fault(XmlSchemaParticle branch) {
        return branch instanceof XmlSchemaElement element
                ? FAULT.matcher(local(element)).matches()
                : branch instanceof XmlSchemaSequence sequence
                        && particles(sequence.getItems()).stream().anyMatch(Branch::fault);
    }

    /** Of a sequence that of its first element; empty where no name says it. */
    private static String name(XmlSchemaParticle branch) {
        return branch instanceof XmlSchemaElement element
                ? local(element)
                : branch instanceof XmlSchemaSequence sequence
                        ? particles(sequence.getItems()).stream()
                                .map(Branch::name)
                                .filter(name -> !name.isEmpty())
                                .findFirst()
                                .orElse("")
                        : branch instanceof XmlSchemaAny ? "other content" : "";
    }

    private static String local(XmlSchemaElement element) {
        return element.isRef() ? element.getRef().getTargetQName().getLocalPart() : element.getName();
    }

    private Branch() {}
}
