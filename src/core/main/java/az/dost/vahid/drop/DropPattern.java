package az.dost.vahid.drop;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.normalise.CostlyMappingException;
import az.dost.vahid.normalise.WatchedText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which files of a folder are drops. */
public final class DropPattern {
    /** Whatever the connector allows: no path, no address, no control character hides in a name. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,150}");

    private static final Pattern DAY = Pattern.compile("\\d{8}");
    private static final Pattern SEQUENCE = Pattern.compile("\\d{1,9}");
    /** A connector's pattern may try again and again at a name that somebody made for it. */
    private static final long MOST_LOOKS = 100_000;

    private final Pattern pattern;
    private final Connector.Mode mode;
    private final boolean sequenced;
    private final boolean kinds;

    public DropPattern(Connector.Drop drop) {
        pattern = Pattern.compile(drop.pattern());
        mode = drop.mode();
        sequenced = drop.pattern().contains("(?<sequence>");
        kinds = drop.pattern().contains("(?<kind>");
    }

    /** Empty for a file that is none of the agency's drops. */
    public Optional<DropName> read(String fileName) {
        Matcher name = pattern.matcher(new WatchedText(fileName, MOST_LOOKS));
        if (!PLAIN.matcher(fileName).matches()
                || !matches(name)
                || !DAY.matcher(name.group("date")).matches()) {
            return Optional.empty();
        }
        String sequence = sequenced ? name.group("sequence") : null;
        if (sequence != null && !SEQUENCE.matcher(sequence).matches()) {
            return Optional.empty();
        }
        boolean full = switch (mode) {
            case SNAPSHOT -> true;
            case UPSERT -> false;
            case SNAPSHOT_AND_DELTA -> !kinds || "full".equalsIgnoreCase(name.group("kind"));
        };
        return Optional.of(
                new DropName(fileName, name.group("date"), sequence == null ? 0 : Long.parseLong(sequence), full));
    }

    private static boolean matches(Matcher name) {
        try {
            return name.matches();
        } catch (CostlyMappingException e) {
            return false;
        }
    }
}
