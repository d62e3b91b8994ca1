package az.dost.vahid.passport;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One DOST service: why it may ask, which facts it needs and which paper each fact replaces.
 *
 * @param facts     canonical facts, in the order in which a dossier shows them
 * @param fields    by fact, the fields that the service needs of it; a fact that is not named is needed whole
 * @param documents papers that the service would ask for
 */
public record Passport(String code, String family, Title title, String legalBasis, boolean illustrative, List<String> facts,
        Map<String, Set<String>> fields, List<PaperDocument> documents) {
    public record Title(String az, String en) { }

    /** @param fact the fact that replaces the paper; null when no register holds it */
    public record PaperDocument(String id, Title title, String fact) { }
}
