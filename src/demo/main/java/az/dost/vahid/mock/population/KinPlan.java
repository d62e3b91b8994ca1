package az.dost.vahid.mock.population;

import java.util.List;

/**
 * What decides a {@link Kin} before anyone has a name: drawn by {@link Genealogy} or written down in {@link Cast}.
 *
 * @param place where they live, or where they came to when displaced
 * @param displaced whether they fled from an occupied district
 * @param listed whether their local executive authority keeps an electronic register
 * @param marriage epoch day on which father and mother married
 * @param divorce epoch day, {@link Days#NEVER} while the marriage lasts
 * @param war the war in which the father fell, null for all others
 * @param seats {@link Kin#SIZE} citizens, or a multiple of it where it is written down; the father has the first seat
 *     and the mother the second, unless all are loners
 */
public record KinPlan(
        Nation nation,
        Place place,
        boolean displaced,
        boolean listed,
        int marriage,
        int divorce,
        War war,
        List<Seat> seats) {}
