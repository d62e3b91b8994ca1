package az.dost.vahid.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the comments of a file of settings say: for each setting, or group of settings, the lines above it. */
final class SettingNotes {
    private static final Pattern LINE = Pattern.compile("( *)([\\w.-]+):(?: .*)?");
    private final Map<String, List<String>> notes = new LinkedHashMap<>();

    /** @param depth of its line in spaces. @param name whole */
    private record Group(int depth, String name) {}

    /** @param file in YAML, with a setting or a group on each line */
    SettingNotes(String file) {
        Deque<Group> groups = new ArrayDeque<>();
        List<String> above = new ArrayList<>();
        for (String line : file.lines().toList()) {
            Matcher setting = LINE.matcher(line);
            if (line.strip().startsWith("#")) {
                above.add(line.strip().substring(1).strip());
            } else if (setting.matches()) {
                int depth = setting.group(1).length();
                while (!groups.isEmpty() && groups.peek().depth() >= depth) {
                    groups.pop();
                }
                String name = (groups.isEmpty() ? "" : groups.peek().name() + ".") + setting.group(2);
                groups.push(new Group(depth, name));
                notes.put(name, List.copyOf(above));
                above.clear();
            } else {
                above.clear();
            }
        }
    }

    /** Takes out what is said of a setting and of the groups that it is in: each line is told once. */
    List<String> take(String setting) {
        List<String> told = new ArrayList<>();
        for (int dot = setting.indexOf('.'); dot >= 0; dot = setting.indexOf('.', dot + 1)) {
            told.addAll(takeOne(setting.substring(0, dot)));
        }
        told.addAll(takeOne(setting));
        return told;
    }

    private List<String> takeOne(String name) {
        List<String> note = notes.remove(name);
        return note == null ? List.of() : note;
    }
}
