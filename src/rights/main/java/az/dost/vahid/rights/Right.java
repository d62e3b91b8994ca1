package az.dost.vahid.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A right to a payment, in all its versions. */
final class Right {
    /** Where a dossier has the day on which the person was born. */
    static final String BORN = "identity.birthDate";

    private static final String PURPOSE = "proactive:";
    /** Where a dossier names kin: what is found there may have the right, whatever conditions read. */
    private static final String FAMILY = "family";

    private static final Set<String> KIN = Set.of("spouse", "children", "parents");

    /** Whose right it is, seen from the person of the event. */
    enum Whose {
        SELF,
        PARENT,
        KIN
    }

    private final String code;
    private final Words title;
    private final Whose whose;
    private final boolean proactive;
    private final Set<String> events;
    private final Set<Integer> birthdays;
    private final Set<String> excludedBy;
    private final String awardedBy;
    private final List<RightVersion> versions;

    Right(
            String code,
            Words title,
            Whose whose,
            boolean proactive,
            Set<String> events,
            Set<Integer> birthdays,
            Set<String> excludedBy,
            String awardedBy,
            List<RightVersion> versions) {
        this.code = code;
        this.title = title;
        this.whose = whose;
        this.proactive = proactive;
        this.events = Set.copyOf(events);
        this.birthdays = Set.copyOf(birthdays);
        this.excludedBy = Set.copyOf(excludedBy);
        this.awardedBy = awardedBy;
        this.versions = List.copyOf(versions);
    }

    String code() {
        return code;
    }

    Words title() {
        return title;
    }

    /** Under which facts are asked for it. */
    String purpose() {
        return PURPOSE + code;
    }

    Whose whose() {
        return whose;
    }

    /** Types of events at which it is looked at. */
    Set<String> events() {
        return events;
    }

    /** Ages in years; on the day on which the person reaches one it is looked at anew. */
    Set<Integer> birthdays() {
        return birthdays;
    }

    /** Whether it is awarded without an application. */
    boolean proactive() {
        return proactive;
    }

    /** Codes of rights that may not be drawn beside it. */
    Set<String> excludedBy() {
        return excludedBy;
    }

    /** The agency that decides and pays. */
    String awardedBy() {
        return awardedBy;
    }

    List<RightVersion> versions() {
        return versions;
    }

    /** The version whose law holds on that day (Azerbaijan); empty where none does. */
    Optional<RightVersion> on(LocalDate day) {
        return versions.stream().filter(version -> version.holdsOn(day)).findFirst();
    }

    /**
     * The fields that it asks of each fact, in all its versions: those that conditions name, those without which no
     * dossier has the fact, closest kin where the right is theirs, and the citizenship where the silence of a register
     * is a no for citizens alone. An empty set is the whole fact.
     */
    Map<String, Set<String>> asks(Vocabulary vocabulary) {
        return asks(vocabulary, versions.stream());
    }

    /** The facts of the version that holds on that day; empty where none does. */
    List<String> facts(Vocabulary vocabulary, LocalDate day) {
        return List.copyOf(asks(vocabulary, on(day).stream()).keySet());
    }

    private Map<String, Set<String>> asks(Vocabulary vocabulary, Stream<RightVersion> versions) {
        Map<String, Set<String>> asked = new TreeMap<>();
        versions.flatMap(version -> version.reads().stream()).forEach(place -> {
            String[] parts = place.split("[.]");
            if (vocabulary.facts().containsKey(parts[0])) {
                Set<String> fields = asked.computeIfAbsent(parts[0], vocabulary::required);
                if (parts.length > 1 && vocabulary.fieldsOf(parts[0]).containsKey(parts[1])) {
                    fields.add(parts[1]);
                }
            }
        });
        if (whose == Whose.KIN && asked.containsKey(FAMILY)) {
            asked.get(FAMILY).addAll(KIN);
        }
        if (asked.keySet().stream().anyMatch(vocabulary::silentOnForeigners)) {
            vocabulary.addCitizenship(asked);
        }
        return asked;
    }
}
