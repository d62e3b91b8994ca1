package az.dost.vahid.proof.trust;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For how many standbys a commit waits, by PostgreSQL's own settings: how many there are is nothing that an ordinary
 * user may ask.
 */
final class Standbys {
    /** Others do not wait until a standby has it on its disk. */
    private static final Set<String> WAITING = Set.of("on", "remote_apply");

    private static final Pattern NUMBERED = Pattern.compile("(?i)\\s*(?:(?:FIRST|ANY)\\s+)?(\\d+)\\s*\\(.*\\)\\s*");

    /**
     * @param commit {@code synchronous_commit}
     * @param names {@code synchronous_standby_names}: a list of names stands for one of them
     */
    static int awaited(String commit, String names) {
        if (!WAITING.contains(commit) || names.isBlank()) {
            return 0;
        }
        Matcher numbered = NUMBERED.matcher(names);
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) : 1;
    }

    private Standbys() {}
}
