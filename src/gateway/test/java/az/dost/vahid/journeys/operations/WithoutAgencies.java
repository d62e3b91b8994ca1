package az.dost.vahid.journeys.operations;

import az.dost.vahid.calendar.Baku;

/** For a gateway that asks no agency. */
public final class WithoutAgencies {
    /** Nobody asks it there which agencies were slow. */
    public static SlowAgencies slow() {
        return new SlowAgencies(null, null, Baku.CLOCK);
    }

    private WithoutAgencies() {}
}
