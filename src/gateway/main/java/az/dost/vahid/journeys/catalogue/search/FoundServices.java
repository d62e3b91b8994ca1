package az.dost.vahid.journeys.catalogue.search;

import java.util.List;

/**
 * What a search came to.
 *
 * @param codes of services, those that fit best first
 * @param near where there is none: words that services are found by and that look like those that were typed
 */
public record FoundServices(List<String> codes, List<NearWord> near) {
    /** @param language {@code az} or {@code en} */
    public record NearWord(String word, String language) {}

    public FoundServices {
        codes = List.copyOf(codes);
        near = List.copyOf(near);
    }
}
