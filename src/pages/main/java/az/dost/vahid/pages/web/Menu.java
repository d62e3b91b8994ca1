package az.dost.vahid.pages.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One entry of the navigation: an area, or several that are opened together.
 *
 * @param group key of the message that names several; blank for one alone
 * @param areas one, or two and more
 */
record Menu(String group, List<Area> areas) {
    /** So many stand in two lines of a usual screen; whoever has more has them in groups. */
    private static final int MOST_APART = 8;

    /** @param areas in the order of the navigation; a group stands where its first one would */
    static List<Menu> of(List<Area> areas) {
        Map<String, List<Area>> together = new LinkedHashMap<>();
        for (Area area : areas) {
            boolean alone = areas.size() <= MOST_APART || area.group().isBlank();
            together.computeIfAbsent(alone ? area.path() : area.group(), key -> new ArrayList<>())
                    .add(area);
        }
        return together.values().stream()
                .map(several ->
                        new Menu(several.size() == 1 ? "" : several.get(0).group(), List.copyOf(several)))
                .toList();
    }
}
