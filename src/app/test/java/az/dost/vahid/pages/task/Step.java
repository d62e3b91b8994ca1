package az.dost.vahid.pages.task;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that a person does at a page, as the documents tell it.
 *
 * @param text what is pressed, typed, chosen, pasted or attached; names in braces stand for what was kept before
 * @param place the label of the field; null where something is pressed
 */
record Step(Act act, String text, String place) {
    private static final List<Form> FORMS = List.of(
            new Form(Act.PRESS, "press \"(.+)\"()"),
            new Form(Act.TYPE, "type \"(.+)\" into \"(.+)\""),
            new Form(Act.CHOOSE, "choose \"(.+)\" of \"(.+)\""),
            new Form(Act.PASTE, "paste (.+) into \"(.+)\""),
            new Form(Act.ATTACH, "attach (.+) to \"(.+)\""),
            new Form(Act.OPEN_FIRST, "open the first of the list()()"));
    /** A day, the one thing with a name that is typed. */
    private static final String DAY = "00.00.0000";

    private record Form(Act act, Pattern words) {
        Form(Act act, String words) {
            this(act, Pattern.compile(words));
        }
    }

    enum Act {
        PRESS,
        TYPE,
        CHOOSE,
        PASTE,
        ATTACH,
        OPEN_FIRST
    }

    static Step of(String words) {
        for (Form form : FORMS) {
            Matcher found = form.words().matcher(words);
            if (found.matches()) {
                return new Step(form.act(), found.group(1), found.group(2));
            }
        }
        throw new AssertionError("Nobody knows how to do this: " + words);
    }

    /** A list is opened and an entry of it taken; a file is looked for and taken. */
    int clicks() {
        return act == Act.CHOOSE || act == Act.ATTACH ? 2 : 1;
    }

    int keys() {
        return switch (act) {
            case TYPE -> text.replaceAll("\\{[^}]*}", DAY).length();
            case PASTE -> 2;
            default -> 0;
        };
    }
}
