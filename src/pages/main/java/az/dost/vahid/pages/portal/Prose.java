package az.dost.vahid.pages.portal;

import java.util.ArrayList;
import java.util.List;

/**
 * What a contract says in sentences: paragraphs, in which what stands between backticks is a name. All of it is text.
 */
record Prose(List<List<Piece>> paragraphs) {
    static final Prose NONE = new Prose(List.of());

    /** @param name whether it is one, and no word */
    record Piece(String text, boolean name) {}

    static Prose of(String text) {
        List<List<Piece>> paragraphs = new ArrayList<>();
        for (String paragraph : text.strip().split("\\n\\s*\\n")) {
            List<Piece> pieces = new ArrayList<>();
            String[] parts = paragraph.replaceAll("\\s*\\n\\s*", " ").split("`", -1);
            for (int i = 0; i < parts.length; i++) {
                if (!parts[i].isEmpty()) {
                    pieces.add(new Piece(parts[i], i % 2 == 1 && i < parts.length - 1));
                }
            }
            if (!pieces.isEmpty()) {
                paragraphs.add(pieces);
            }
        }
        return new Prose(paragraphs);
    }

    Prose and(Prose other) {
        List<List<Piece>> both = new ArrayList<>(paragraphs);
        both.addAll(other.paragraphs());
        return new Prose(both);
    }
}
