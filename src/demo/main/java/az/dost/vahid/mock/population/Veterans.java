package az.dost.vahid.mock.population;

/** Titles that follow from a service record: of the war for who fought, of the forces for long-serving officers. */
public final class Veterans {
    /** Null for the dead and for those without a title. */
    public static Facts.VeteranStatus of(Inhabitant citizen, ServiceRecord service) {
        if (service == null || service.lasts() || !citizen.alive()) {
            return null;
        }
        String kind = service.war() != null
                ? citizen.has(Trait.HERO) ? "PATRIOTIC_WAR_HERO" : "WAR_VETERAN"
                : service.longServing() ? "MILITARY_VETERAN" : null;
        if (kind == null) {
            return null;
        }
        int granted = Math.min(Days.NOW - 1, service.until() + 60 + citizen.draw("title granted", 300));
        return new Facts.VeteranStatus(kind, citizen.serial("veteran card", 8), Days.date(granted));
    }

    private Veterans() {}
}
