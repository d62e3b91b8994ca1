package az.dost.vahid.pages.catalogue;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A row of the catalogue, in words.
 *
 * @param officialId blank where it is not published
 * @param described whether its papers are known
 * @param papers that it asks for; of them, replaced are those that a register replaces
 */
record FoundService(
        String code,
        KnownText title,
        String family,
        String officialId,
        String status,
        String statusName,
        boolean described,
        int papers,
        int replaced) {
    static FoundService of(JsonNode heading, Wording w) {
        String status = heading.path("status").asText();
        return new FoundService(
                heading.path("code").asText(),
                KnownText.of(heading.path("title"), w),
                w.value(CatalogueSearch.FAMILY, heading.path("family").asText()),
                heading.path("officialId").asText(),
                status,
                w.value(CatalogueSearch.STATUS, status),
                heading.path("described").asBoolean(),
                heading.path("papers").asInt(),
                heading.path("replaced").asInt());
    }
}
