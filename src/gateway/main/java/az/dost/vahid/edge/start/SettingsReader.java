package az.dost.vahid.edge.start;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.core.env.Environment;

/** Asks for settings and files. It gathers those that are missing, and all that were asked for. */
final class SettingsReader {
    private static final String NOT_SET = "is not set";
    private final Environment environment;
    private final List<MissingSetting> missing = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();

    SettingsReader(Environment environment) {
        this.environment = environment;
    }

    /** Empty when it is not set, or names a setting that is not there. */
    String value(String name) {
        try {
            return environment.getProperty(name, "").strip();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** @param right what a value must be like; @param like the same in words */
    void need(String name, Predicate<String> right, String like, String meaning, String example) {
        mention(name, meaning, example);
        String value = value(name);
        if (value.isEmpty()) {
            if (!told(name)) {
                missing.add(new MissingSetting(name, NOT_SET, meaning, example));
            }
        } else if (!right.test(value)) {
            // The value may hold a password.
            missing.add(new MissingSetting(name, "is not " + like, meaning, example));
        }
    }

    /** A setting whose value may be anything. */
    void need(String name, String meaning, String example) {
        need(name, value -> true, "", meaning, example);
    }

    /** A file, or a folder, below which nothing can start. @param name of the setting that leads to it */
    void needFile(String name, Path file, String meaning, String example) {
        mention(name, meaning, example);
        if (!Files.isReadable(file)) {
            missing.add(new MissingSetting(
                    name, "leads to " + file + ", which is not there or cannot be read", meaning, example));
        }
    }

    /** A setting, or what it leads to, that a person who writes all settings wants to know of. */
    void mention(String name, String meaning, String example) {
        needs.add(new Need(name, meaning, example));
    }

    /** Whether something is wrong with it already. */
    boolean told(String name) {
        return missing.stream().anyMatch(one -> one.name().equals(name));
    }

    /** The path that a setting names; null when it names none. */
    Path path(String name) {
        String value = value(name);
        try {
            return value.isEmpty()
                    ? null
                    : Path.of(value.startsWith("file:") ? value.substring("file:".length()) : value);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    void add(MissingSetting one) {
        missing.add(one);
    }

    List<MissingSetting> missing() {
        return List.copyOf(missing);
    }

    /** All that were asked for, in the order of the questions. */
    List<Need> needs() {
        return List.copyOf(needs);
    }
}
