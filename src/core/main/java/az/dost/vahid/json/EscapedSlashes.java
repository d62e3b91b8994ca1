package az.dost.vahid.json;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML 1.2 has all escapes of JSON (section 5.7); a reader of YAML 1.1 lacks one of them, the slash. */
final class EscapedSlashes {
    /**
     * The text with plain slashes in its double-quoted values, a column further left each; as far as it can be read.
     *
     * @param most characters that the text may have
     */
    static String plain(String text, int most) {
        if (!text.contains("\\/")) {
            return text;
        }
        int[] characters = text.codePoints().toArray();
        StringBuilder plain = new StringBuilder(text.length());
        int done = 0;
        try {
            for (Event event :
                    new Parse(LoadSettings.builder().setCodePointLimit(most).build()).parseString(text)) {
                if (event instanceof ScalarEvent value && value.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED) {
                    int from = value.getStartMark().map(Mark::getIndex).orElse(done);
                    int to = value.getEndMark().map(Mark::getIndex).orElse(from);
                    plain.append(new String(characters, done, from - done))
                            .append(unescaped(new String(characters, from, to - from)));
                    done = to;
                }
            }
        } catch (YamlEngineException e) {
            // The other reader says what is wrong.
        }
        return plain.append(new String(characters, done, characters.length - done))
                .toString();
    }

    private static String unescaped(String quoted) {
        StringBuilder plain = new StringBuilder(quoted.length());
        for (int i = 0; i < quoted.length(); i++) {
            boolean escape = quoted.charAt(i) == '\\' && i + 1 < quoted.length();
            if (escape && quoted.charAt(i + 1) != '/') {
                plain.append(quoted.charAt(i++));
            } else if (escape) {
                i++;
            }
            plain.append(quoted.charAt(i));
        }
        return plain.toString();
    }

    private EscapedSlashes() {}
}
