package az.dost.vahid.journeys.catalogue.search;

import java.util.List;

/**
 * What a service is found by.
 *
 * @param names the code and the number of the service
 * @param az its titles in Azerbaijani. @param en in English; either may be empty, not both
 * @param moreAz what else is told of it, in Azerbaijani. @param moreEn in English
 */
public record SearchableService(
        String code, List<String> names, List<String> az, List<String> en, List<String> moreAz, List<String> moreEn) {
    public SearchableService {
        names = List.copyOf(names);
        az = List.copyOf(az);
        en = List.copyOf(en);
        moreAz = List.copyOf(moreAz);
        moreEn = List.copyOf(moreEn);
    }
}
