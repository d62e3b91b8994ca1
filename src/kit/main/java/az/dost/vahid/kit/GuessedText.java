package az.dost.vahid.kit;

import az.dost.vahid.command.CommandFailure;
import az.dost.vahid.json.Json;
import az.dost.vahid.json.Literal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A descriptor's text, in which guesses become confirmed ones and everything else, comments too, stays. */
final class GuessedText {
    private static final String OWN_COMMENT = "# What was guessed";
    private final List<String> lines;
    private final NodeTuple guessed;
    private final NodeTuple confirmed;

    /** @param text YAML whose root is a mapping */
    GuessedText(String text) {
        lines = text.lines().toList();
        Node root = Json.compose(text);
        guessed = list(root, "guessed");
        confirmed = list(root, "confirmed");
    }

    private static NodeTuple list(Node root, String name) {
        return root instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple ->
                                name.equals(text(tuple.getKeyNode())) && tuple.getValueNode() instanceof SequenceNode)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /**
     * The text with these guesses confirmed.
     *
     * @throws CommandFailure when one of them is written in another way than on a line of its own
     */
    String confirmed(Set<String> places, String by) {
        Set<Integer> gone = new HashSet<>();
        List<String> moved = new ArrayList<>();
        List<Node> open = guessed == null ? List.of() : ((SequenceNode) guessed.getValueNode()).getValue();
        for (Node guess : open) {
            if (places.contains(member(guess, "place"))) {
                int line = guess.getStartMark().orElseThrow().getLine();
                if (guess.getEndMark().orElseThrow().getLine() != line
                        || !lines.get(line).matches("\\s*- \\{.*}\\s*")) {
                    throw new CommandFailure(
                            "Line " + (line + 1)
                                    + " of connector.yaml: this guess does not stand on a line of its own; move it to confirmed by hand");
                }
                gone.add(line);
                moved.add(
                        "  - {place: " + Literal.of(member(guess, "place")) + ", is: " + Literal.of(member(guess, "is"))
                                + ", by: " + Literal.of(by) + ", why: " + Literal.of(member(guess, "why")) + "}");
            }
        }
        if (!gone.isEmpty() && gone.size() == open.size()) {
            heading(gone);
        }
        return joined(gone, moved);
    }

    /** The list's name, and what the kit wrote above it, go with its last line. */
    private void heading(Set<Integer> gone) {
        int name = guessed.getKeyNode().getStartMark().orElseThrow().getLine();
        gone.add(name);
        int first = name;
        while (first > 0
                && lines.get(first - 1).startsWith("#")
                && !lines.get(first).startsWith(OWN_COMMENT)) {
            first--;
        }
        for (int line = first; line < name && lines.get(first).startsWith(OWN_COMMENT); line++) {
            gone.add(line);
        }
    }

    private String joined(Set<Integer> gone, List<String> moved) {
        List<Node> standing = confirmed == null ? List.of() : ((SequenceNode) confirmed.getValueNode()).getValue();
        int after = standing.isEmpty() ? -1 : end(standing.get(standing.size() - 1));
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines.size(); line++) {
            if (!gone.contains(line)) {
                text.append(lines.get(line)).append('\n');
            }
            if (line == after) {
                moved.forEach(one -> text.append(one).append('\n'));
            }
        }
        if (after < 0 && !moved.isEmpty()) {
            text.append("confirmed:\n");
            moved.forEach(one -> text.append(one).append('\n'));
        }
        return text.toString();
    }

    /** The last line of an element; one of several lines ends where the next thing begins. */
    private static int end(Node element) {
        int line = element.getEndMark().orElseThrow().getLine();
        return element.getStartMark().orElseThrow().getLine() == line
                        || element.getEndMark().orElseThrow().getColumn() > 0
                ? line
                : line - 1;
    }

    private static String member(Node guess, String name) {
        return guess instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> name.equals(text(tuple.getKeyNode())))
                        .map(tuple -> text(tuple.getValueNode()))
                        .filter(text -> text != null)
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }
}
