package az.dost.vahid.mock.population;

/** One citizen to be of a {@link Kin}: epoch days, death {@link Days#NEVER} for the living. */
record Seat(Role role, Sex sex, int birth, int death) {}
