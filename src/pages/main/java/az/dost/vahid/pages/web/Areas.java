package az.dost.vahid.pages.web;

import az.dost.vahid.pages.login.PublicPages;
import az.dost.vahid.pages.login.Visitor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All areas, in the order of the navigation. */
final class Areas {
    private final List<Area> areas;

    Areas(List<Area> areas) {
        this.areas = areas.stream().sorted(Comparator.comparingInt(Area::order)).toList();
    }

    /** Those that he finds in the navigation. */
    List<Area> of(Visitor visitor) {
        return areas.stream()
                .filter(area -> !area.key().isBlank() && visitor.hasOneOf(area.roles()))
                .toList();
    }

    /** The narrowest one that an address belongs to. */
    Optional<Area> at(String address) {
        return areas.stream()
                .filter(area -> area.has(address))
                .max(Comparator.comparingInt(area -> area.path().length()));
    }

    static boolean isPublic(String address) {
        return address.equals(PublicPages.HOME)
                || address.startsWith("/login/")
                || address.startsWith(PublicPages.ASSETS)
                || address.equals(PublicPages.RATING)
                || address.startsWith(PublicPages.RATING + "/")
                || address.equals(FailedRequests.PATH);
    }
}
