package az.dost.vahid.rights;

/**
 * A text for people.
 *
 * @param az in Azerbaijani
 * @param en in English
 */
record Words(String az, String en) {}
