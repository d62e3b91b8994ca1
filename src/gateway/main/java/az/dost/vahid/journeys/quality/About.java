package az.dost.vahid.journeys.quality;

import java.util.Arrays;

/**
 * What a disagreement is about.
 *
 * @param fact empty where the whole answer was of somebody else
 * @param field of the fact; where the value could not be read a JSON Pointer (RFC 6901) with {@code -} for each index
 * @param agency the register that is not believed
 * @param other the register that is believed; null where no other one has to do with it
 * @param rule by which it was found, a stable code
 */
record About(Kind kind, String fact, String field, String agency, String other, String rule) {
    enum Kind {
        /** Two registers say different things. */
        CONFLICT,
        /** A register says what cannot be: an unknown code, an impossible order of days. */
        UNREADABLE,
        /** A register answered about another person than the one it was asked for. */
        OTHER_CITIZEN
    }

    /** Where it stands in a dossier, without numbers of lists; empty where no fact has to do with it. */
    String place() {
        String rest = field.replaceFirst("^/" + fact + "(?=/|$)", "")
                .replace("/-", "")
                .replace('/', '.');
        return rest.isEmpty() || rest.startsWith(".") ? fact + rest : fact + "." + rest;
    }

    /** What tells it from others of the same person: whichever of the two registers is believed. */
    Object[] matter(String person) {
        String[] pair = {agency, other == null ? "" : other};
        Arrays.sort(pair);
        return new Object[] {person, kind.name(), fact, field, pair[0], pair[1]};
    }
}
