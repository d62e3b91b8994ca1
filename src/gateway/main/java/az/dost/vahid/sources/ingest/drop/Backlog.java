package az.dost.vahid.sources.ingest.drop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whether this gateway has dealt with all files that it found when it last looked into an agency's folder. */
public final class Backlog {
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    private record Look(int handled, boolean clear) {}

    void begin(String agency) {
        looks.merge(agency, new Look(0, false), (last, now) -> new Look(0, last.clear()));
    }

    /** A file was loaded, found to be of no effect, or quarantined. */
    public void handled(String agency) {
        looks.computeIfPresent(agency, (id, look) -> new Look(look.handled() + 1, look.clear()));
    }

    void end(String agency, int found) {
        looks.computeIfPresent(agency, (id, look) -> new Look(0, look.handled() == found));
    }

    /** False before the first look. */
    public boolean clear(String agency) {
        Look look = looks.get(agency);
        return look != null && look.clear();
    }
}
