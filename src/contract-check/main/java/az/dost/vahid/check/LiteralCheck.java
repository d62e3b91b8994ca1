package az.dost.vahid.check;

import az.dost.vahid.definition.Finding;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Warns of a literal on the left of == or !=: it takes a value that could not be converted for another one, and nobody
 * is told.
 */
final class LiteralCheck implements FolderCheck {
    /** The name of a member may stand in quotes, after a dot. */
    private static final Pattern LITERAL_LEFT =
            Pattern.compile("(?<![.\\w@$-])(?:\"(?:[^\"\\\\\\n]|\\\\.)*\"|null|true|false|[0-9]+)\\s*[!=]=");

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$");

    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        if (folder.mapping() == null || !folder.has(folder.connector().mapping())) {
            return;
        }
        String mapping = folder.text(folder.path().resolve(folder.connector().mapping()));
        for (TextPlace place : in(mapping)) {
            remarks.warn(new Finding(
                    folder.name(folder.connector().mapping()),
                    place.line(),
                    place.column(),
                    "write the literal on the right: on the left, what cannot be converted is another value",
                    null));
        }
    }

    static List<TextPlace> in(String mapping) {
        String code = COMMENT.matcher(mapping).replaceAll("");
        Matcher literals = LITERAL_LEFT.matcher(code);
        return literals.results()
                .map(MatchResult::start)
                .map(at -> TextPlace.of(code, at))
                .toList();
    }
}
