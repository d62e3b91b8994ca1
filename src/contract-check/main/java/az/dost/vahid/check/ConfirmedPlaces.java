package az.dost.vahid.check;

import az.dost.vahid.check.place.DocumentPlace;
import az.dost.vahid.check.place.RequestTree;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.logging.PlainText;
import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What was guessed and a person found right is still so: the place is there, and is used for what it was found to be. A
 * new version of the contract, or a change of the mapping, would otherwise live on an old word.
 */
final class ConfirmedPlaces implements FolderCheck {
    private static final String CONSTANT = "constant";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z][A-Za-z0-9_]*}");

    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        if (folder.connector() == null) {
            return;
        }
        JsonNode confirmed = folder.descriptor().content().path("confirmed");
        for (int i = 0; i < confirmed.size(); i++) {
            String place = confirmed.path(i).path("place").asText();
            String is = confirmed.path(i).path("is").asText();
            String wrong = wrong(folder, place, is);
            if (wrong != null) {
                remarks.error(folder.descriptor()
                        .at(
                                "confirmed that " + PlainText.of(place) + " is " + PlainText.of(is) + ", but "
                                        + PlainText.of(wrong) + ": look again, and put it right or take the line out",
                                "confirmed",
                                i));
            }
        }
    }

    /** Null when nothing is. */
    private static String wrong(CheckedFolder folder, String place, String is) {
        int end = place.indexOf('/');
        return switch (end < 0 ? place : place.substring(0, end)) {
            case "operation" -> operation(folder, place.substring(end + 1));
            case "request" ->
                is.equals(CONSTANT)
                        ? constant(folder, Connector.Call::request, place)
                        : asked(folder, new DocumentPlace(place), is);
            case "header" -> constant(folder, Connector.Call::header, place);
            case "call" -> called(folder, place);
            case "reply", "row" -> answered(folder, place, is);
            case "drop" ->
                folder.descriptor().content().path("drop").has(place.substring(end + 1))
                        ? null
                        : "the drop has no such member";
            default -> "a place begins with request, header, reply, row, operation, call or drop";
        };
    }

    /** Nothing is wrong as long as something stands there that the gateway does not fill in. */
    private static String constant(CheckedFolder folder, Function<Connector.Call, String> of, String place) {
        String file = folder.connector().call() == null
                ? null
                : of.apply(folder.connector().call());
        if (file == null || !folder.has(file)) {
            return "the call has no such file";
        }
        Optional<JsonNode> sent = RequestTree.of(folder.text(folder.path().resolve(file)));
        // One that cannot be read is told by the request's own check.
        List<JsonNode> there =
                sent.map(tree -> new DocumentPlace(place).in(tree)).orElse(List.of());
        return sent.isPresent() && there.isEmpty()
                ? file + " has no such place"
                : there.stream()
                                .anyMatch(value ->
                                        PLACEHOLDER.matcher(value.asText()).matches())
                        ? file + " has a place to fill in there, and no constant"
                        : null;
    }

    /** A member of the call and a name in it; what a path was filled in with is part of it. */
    private static String called(CheckedFolder folder, String place) {
        String[] steps = place.split("/", 3);
        JsonNode member = folder.descriptor().content().path("call").path(steps.length < 3 ? "" : steps[1]);
        return member.isTextual()
                        || member.has(steps[steps.length - 1].replace("~1", "/").replace("~0", "~"))
                ? null
                : "the call has nothing there";
    }

    private static String operation(CheckedFolder folder, String name) {
        // One that cannot be read is told by the contract's own check.
        return contract(folder)
                        .flatMap(ContractPlaces.here()::operations)
                        .map(names -> names.contains(name))
                        .orElse(true)
                ? null
                : "the contract has no such operation any more";
    }

    private static String asked(CheckedFolder folder, DocumentPlace place, String is) {
        Connector.Call call = folder.connector().call();
        if (call == null) {
            return "a file drop has no request";
        }
        String file = call.graphql() == null ? call.request() : call.graphql().variables();
        String placeholder = "{" + is + "}";
        if (file == null || !folder.has(file)) {
            return folder.descriptor().content().path("call").toString().contains(placeholder)
                            || call.finHeader() != null
                    ? null
                    : "neither path nor query of the call has " + placeholder;
        }
        Optional<JsonNode> request = RequestTree.of(folder.text(folder.path().resolve(file)));
        if (request.isEmpty()) {
            // The request's own check says so.
            return null;
        }
        List<JsonNode> there = place.in(request.get());
        return there.isEmpty()
                ? file + " has no such place"
                : there.stream().noneMatch(value -> value.toString().contains(placeholder))
                        ? file + " has no " + placeholder + " there"
                        : null;
    }

    private static String answered(CheckedFolder folder, String named, String is) {
        DocumentPlace place = new DocumentPlace(named);
        boolean seen = false;
        if (folder.mapping() != null) {
            for (Sample sample : folder.samples()) {
                JsonNode tree = tree(folder, sample);
                if (tree != null && !place.in(tree).isEmpty()) {
                    seen = true;
                    if (depends(folder.bounded(), tree, place, is)) {
                        return null;
                    }
                }
            }
        }
        if (seen) {
            return "the mapping does not take " + is + " from there";
        }
        return known(folder, DocumentPlace.plain(named)) ? null : "neither the contract nor a sample has such a place";
    }

    private static JsonNode tree(CheckedFolder folder, Sample sample) {
        try {
            return sample.hasExpected() && !sample.inputs().isEmpty() ? folder.tree(sample) : null;
        } catch (IllegalArgumentException | IllegalStateException | ProofException e) {
            // The sample's own check says so.
            return null;
        }
    }

    /**
     * Whether what the mapping gives out changes when the place has nothing, or another value; also when both are
     * refused.
     */
    private static boolean depends(BoundedMapping mapping, JsonNode tree, DocumentPlace place, String is) {
        int refused = 0;
        for (JsonNode changed : List.of(place.without(tree), place.foreign(tree))) {
            try {
                if (!DocumentPlace.given(mapping.apply(tree), is)
                        .equals(DocumentPlace.given(mapping.apply(changed), is))) {
                    return true;
                }
            } catch (MappingException e) {
                refused++;
            }
        }
        return refused > 1;
    }

    private static boolean known(CheckedFolder folder, String place) {
        // One that cannot be read is told by the contract's own check.
        return contract(folder)
                .map(file -> ContractPlaces.here()
                        .places(file)
                        .map(places -> places.contains(place))
                        .orElse(true))
                .orElse(false);
    }

    private static Optional<Path> contract(CheckedFolder folder) {
        return folder.own().stream()
                .filter(file -> file.getFileName().toString().matches("contract\\.(wsdl|xsd|.*(yaml|yml|json))"))
                .findFirst();
    }
}
