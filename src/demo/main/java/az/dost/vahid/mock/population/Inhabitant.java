package az.dost.vahid.mock.population;

import java.time.LocalDate;
import java.util.Set;

/** One citizen: the seat in a {@link Kin}, the names, and the lot from which every register draws the rest. */
public final class Inhabitant extends SeededDraw {
    public final Kin kin;
    /** The number of an ordinary citizen, {@link Cast#FIRST_ID} and up for the personas' families. */
    final int id;

    public final Role role;
    public final Sex sex;
    /** Epoch day. */
    public final int birth;
    /** Epoch day, {@link Days#NEVER} for the living. */
    public final int death;

    public final String givenName;
    public final String surname;
    /** The father's given name. */
    public final String patronymic;

    private final Set<Trait> sure;
    private final Set<Trait> never;

    Inhabitant(
            Kin kin,
            int id,
            Seat seat,
            String givenName,
            String surname,
            String patronymic,
            Set<Trait> sure,
            Set<Trait> never) {
        super("citizen".hashCode(), id);
        this.kin = kin;
        this.id = id;
        role = seat.role();
        sex = seat.sex();
        birth = seat.birth();
        death = seat.death();
        this.givenName = givenName;
        this.surname = surname;
        this.patronymic = patronymic;
        this.sure = sure;
        this.never = never;
    }

    public String fin() {
        return Cast.fin(id);
    }

    public boolean has(Trait trait) {
        return sure.contains(trait) || chance(trait.name(), trait.ofTenThousand) && !never.contains(trait);
    }

    public boolean alive() {
        return death == Days.NEVER;
    }

    public boolean aliveOn(int day) {
        return birth <= day && day < death;
    }

    /** Today, or the day of death: nothing of this life is later. */
    public int horizon() {
        return Math.min(Days.NOW, death);
    }

    /** Whether the citizen has lived so many years. */
    public boolean reached(int years) {
        return horizon() >= birthday(years);
    }

    /** The epoch day of that birthday, or the day after. */
    public int birthday(int years) {
        return birth + Days.years(years);
    }

    public LocalDate birthDate() {
        return Days.date(birth);
    }

    public boolean azerbaijani() {
        return kin.plan.nation() == Nation.AZE;
    }

    public Home home() {
        return Home.of(this);
    }

    /** A number of a paper that only this citizen has. */
    public String serial(String paper, int width) {
        return Serial.digits(paper, id, width);
    }
}
