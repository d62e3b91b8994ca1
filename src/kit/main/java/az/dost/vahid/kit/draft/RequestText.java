package az.dost.vahid.kit.draft;

import az.dost.vahid.check.fact.Words;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Kind;
import az.dost.vahid.kit.draft.field.Leaf;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The draft of a request, with placeholders where the gateway fills something in. */
final class RequestText {
    /** What the gateway would fill in. */
    static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z][A-Za-z0-9_]*}");

    static String of(AgencyContract contract, Words words) {
        Field request = contract.request().kind() == Kind.GROUP
                ? Replacement.in(contract.request(), asked(contract.request(), words))
                : contract.request().with("{fin}");
        String file = contract.call().get("request").toString();
        if (file.endsWith(".xml")) {
            return ExampleDocument.xml(request);
        }
        return file.endsWith(".json")
                ? ExampleDocument.json(Tree.of(request, true), true)
                : request.children().stream()
                                .filter(field -> field.kind() != Kind.GROUP)
                                .map(field -> encoded(field.name()) + "=" + encoded(field.example()))
                                .collect(Collectors.joining("&"))
                        + "\n";
    }

    private static Map<Leaf, String> asked(Field request, Words words) {
        List<Leaf> leaves = Leaf.of(request);
        Roles roles = Roles.of(words, leaves);
        Map<Leaf, String> placeholders = placeholders(leaves, roles);
        if (roles.subject() != null) {
            placeholders.put(roles.subject(), "{fin}");
        }
        return placeholders;
    }

    /** What the files of request and header have as it stands: neither a placeholder, nor what a setting holds. */
    static List<Guess> constants(AgencyContract contract, Words words) {
        List<Guess> constants = new ArrayList<>();
        if (contract.call().containsKey("request") && contract.request().kind() == Kind.GROUP) {
            boolean form = contract.call().get("request").toString().endsWith(".form");
            constants("request", contract.request(), asked(contract.request(), words)).stream()
                    // A form has no groups.
                    .filter(constant -> !form
                            || constant.place().indexOf('/') == constant.place().lastIndexOf('/'))
                    .forEach(constants::add);
        }
        for (Field block : contract.headers()) {
            constants.addAll(constants(
                    block.kind() == Kind.GROUP ? "header/" + block.name() : "header",
                    grouped(block),
                    said(grouped(block), words)));
        }
        return constants;
    }

    private static List<Guess> constants(String document, Field group, Map<Leaf, String> filled) {
        return Leaf.of(group).stream()
                .filter(leaf -> {
                    String value = filled.getOrDefault(leaf, leaf.field().example());
                    return !value.isEmpty() && !PLACEHOLDER.matcher(value).matches();
                })
                .map(leaf -> Guess.constant(
                        leaf.place(document),
                        leaf.field(),
                        filled.getOrDefault(leaf, leaf.field().example())))
                .toList();
    }

    /** But for the placeholders. */
    private static String encoded(String text) {
        return text.matches("\\{[A-Za-z]+}") ? text : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The header's file. No FIN is put there: who is named in a header is seldom the citizen. Secrets stay empty. */
    static String header(AgencyContract contract, Words words) {
        return ExampleDocument.header(
                contract.headers().stream()
                        .map(header -> {
                            Field filled = Replacement.in(grouped(header), said(grouped(header), words));
                            return header.kind() == Kind.GROUP
                                    ? filled
                                    : filled.children().get(0);
                        })
                        .toList(),
                contract.call().get("soapVersion").toString());
    }

    /** A block of one value has a group about it. */
    private static Field grouped(Field header) {
        return header.kind() == Kind.GROUP ? header : Field.group("", "", false, true, List.of(header));
    }

    private static Map<Leaf, String> said(Field header, Words words) {
        List<Leaf> leaves = Leaf.of(header);
        Map<Leaf, String> placeholders = placeholders(leaves, Roles.of(words, leaves));
        leaves.stream().filter(leaf -> SoapNotes.secret(leaf, words)).forEach(leaf -> placeholders.put(leaf, ""));
        return placeholders;
    }

    private static Map<Leaf, String> placeholders(List<Leaf> leaves, Roles roles) {
        Map<Leaf, String> placeholders = new HashMap<>();
        // An example of the contract's is not to be filled in.
        leaves.stream()
                .filter(leaf -> PLACEHOLDER.matcher(leaf.field().example()).find())
                .forEach(leaf -> placeholders.put(
                        leaf,
                        leaf.field().values().stream()
                                .filter(value -> !PLACEHOLDER.matcher(value).find())
                                .findFirst()
                                .orElse("text")));
        if (roles.asOf() != null) {
            placeholders.put(roles.asOf(), "{sentAt}");
        }
        if (roles.requestId() != null) {
            placeholders.put(roles.requestId(), "{requestId}");
        }
        return placeholders;
    }

    private RequestText() {}
}
