package az.dost.vahid.rights;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a condition read.
 *
 * @param place such as {@code family.children.birthDate}
 * @param value as the dossier has it, of each record of a list; null where it is not known, and for a personal number
 * @param source the agency; null where nobody said it
 * @param asOf when the agency stood by it, as the dossier has it; null where it does not say
 * @param evidence id; null where there is none
 * @param unknown why it is not known; null where it is
 */
record FactRead(String place, JsonNode value, String source, String asOf, String evidence, Unknown unknown) {
    /** The same at another place. */
    FactRead at(String other) {
        return new FactRead(other, value, source, asOf, evidence, unknown);
    }
}
