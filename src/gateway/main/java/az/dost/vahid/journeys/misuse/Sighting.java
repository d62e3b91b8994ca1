package az.dost.vahid.journeys.misuse;

/**
 * Something that was seen of a lookup, as far as a rule can count it.
 *
 * @param at milliseconds since 1970, UTC
 * @param person keyed hash of the citizen's FIN
 * @param near where the FIN lies; null for what no rule compares
 */
record Sighting(long at, Kind kind, String requester, String official, String caseRef, String person, Vicinity near) {
    enum Kind {
        LOOKUP,
        /** Of a FIN close to one that the official asked for before. */
        NEIGHBOUR,
        /**
         * Of a FIN close to one that the system asked for before. As NEIGHBOUR, each gateway finds it in what all have
         * seen.
         */
        NEAR,
        /** Of a FIN that no register knew. */
        UNKNOWN
    }

    Sighting as(Kind other) {
        return new Sighting(at, other, requester, official, caseRef, person, near);
    }

    /** Officials of two requesters may have the same id. */
    String who() {
        return requester + "/" + official;
    }
}
