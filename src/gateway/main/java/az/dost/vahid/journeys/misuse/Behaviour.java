package az.dost.vahid.journeys.misuse;

import az.dost.vahid.journeys.misuse.Sighting.Kind;

/** What a rule counts or looks for; the word of the rules' file is {@code watch}. */
enum Behaviour {
    /** A lookup outside working hours, on a weekend or on a holiday. */
    OUT_OF_HOURS(Subject.OFFICIAL, null),
    /** An official's lookup of the official's own record. */
    OWN_RECORD(Subject.OFFICIAL_AND_CITIZEN, null),
    /** A lookup of an official of the same office. */
    COLLEAGUE(Subject.OFFICIAL_AND_CITIZEN, null),
    /** A lookup of a protected person, approved or not. */
    PROTECTED_PERSON(Subject.OFFICIAL_AND_CITIZEN, null),
    /** A caller of the hot-line who failed the check questions again and again. */
    FAILED_CALLS(Subject.OFFICIAL_AND_CITIZEN, null),
    /** Many lookups by one official. */
    LOOKUPS_OF_OFFICIAL(Subject.OFFICIAL, Kind.LOOKUP),
    /** Many citizens looked up by one official. */
    CITIZENS_OF_OFFICIAL(Subject.OFFICIAL, Kind.LOOKUP),
    /** Many FINs tried by one official that no register knows. */
    UNKNOWN_OF_OFFICIAL(Subject.OFFICIAL, Kind.UNKNOWN),
    /** FINs tried by one official one after the other. */
    NEIGHBOURS_OF_OFFICIAL(Subject.OFFICIAL, Kind.NEIGHBOUR),
    /** The same of a system, whomever it names: somebody makes officials up, or shares the work out. */
    LOOKUPS_OF_REQUESTER(Subject.REQUESTER, Kind.LOOKUP),
    CITIZENS_OF_REQUESTER(Subject.REQUESTER, Kind.LOOKUP),
    OFFICIALS_OF_REQUESTER(Subject.REQUESTER, Kind.LOOKUP),
    UNKNOWN_OF_REQUESTER(Subject.REQUESTER, Kind.UNKNOWN),
    NEIGHBOURS_OF_REQUESTER(Subject.REQUESTER, Kind.NEAR),
    /** One citizen looked up by many officials. */
    OFFICIALS_OF_CITIZEN(Subject.CITIZEN, Kind.LOOKUP),
    /** Cases that an official opened with one lookup and never came back to. */
    ABANDONED_CASES(Subject.OFFICIAL, null);

    /** Whom a hit is about. */
    enum Subject {
        OFFICIAL,
        REQUESTER,
        CITIZEN,
        OFFICIAL_AND_CITIZEN
    }

    private final Subject subject;
    private final Kind counted;

    Behaviour(Subject subject, Kind counted) {
        this.subject = subject;
        this.counted = counted;
    }

    boolean counts(Kind kind) {
        return counted == kind;
    }

    boolean counts() {
        return counted != null;
    }

    /** Whether it looks at a whole system. */
    boolean ofRequester() {
        return subject == Subject.REQUESTER;
    }

    /** Whether what differs is counted, and not each time. */
    boolean different() {
        return this == CITIZENS_OF_OFFICIAL
                || this == CITIZENS_OF_REQUESTER
                || this == OFFICIALS_OF_CITIZEN
                || this == OFFICIALS_OF_REQUESTER;
    }

    /** What one counter is kept for, and hits are brought together by. */
    String subject(Sighting seen) {
        return switch (subject) {
            case OFFICIAL -> seen.who();
            case REQUESTER -> seen.requester();
            case CITIZEN -> seen.person();
            case OFFICIAL_AND_CITIZEN -> seen.who() + " " + seen.person();
        };
    }

    /** What must differ to be counted twice; null where every sighting counts. */
    String item(Sighting seen) {
        return switch (this) {
            case CITIZENS_OF_OFFICIAL, CITIZENS_OF_REQUESTER -> seen.person();
            case OFFICIALS_OF_CITIZEN, OFFICIALS_OF_REQUESTER -> seen.who();
            default -> null;
        };
    }
}
