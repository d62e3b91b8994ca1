package az.dost.vahid.command;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Colours for people: only where a terminal is there that has them, and NO_COLOR is not set. The text itself is never
 * read for markup.
 */
public final class Colours {
    public static String error(CommandLine command, String text) {
        return in(command, text, Style.fg_red);
    }

    public static String warning(CommandLine command, String text) {
        return in(command, text, Style.fg_yellow);
    }

    private static String in(CommandLine command, String text, IStyle style) {
        return command.getColorScheme().ansi().enabled() ? style.on() + text + style.off() + Style.reset.on() : text;
    }

    private Colours() {}
}
