package az.dost.vahid.mock.population;

import java.time.LocalDate;
import java.util.Set;

/** One citizen: the seat in a {@link Kin}, the names, and the lot from which every register draws the rest. */
final class Citizen extends Drawn {
    final Kin kin;
    /** The number of an ordinary citizen, {@link Cast#FIRST_ID} and up for the personas' families. */
    final int id;
    final Role role;
    final Sex sex;
    /** Epoch day. */
    final int birth;
    /** Epoch day, {@link Days#NEVER} for the living. */
    final int death;
    final String givenName;
    final String surname;
    /** The father's given name. */
    final String patronymic;
    private final Set<Trait> sure;
    private final Set<Trait> never;

    Citizen(Kin kin, int id, Seat seat, String givenName, String surname, String patronymic, Set<Trait> sure,
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

    String fin() {
        return Cast.fin(id);
    }

    boolean has(Trait trait) {
        return sure.contains(trait) || chance(trait.name(), trait.ofTenThousand) && !never.contains(trait);
    }

    boolean alive() {
        return death == Days.NEVER;
    }

    boolean aliveOn(int day) {
        return birth <= day && day < death;
    }

    /** Today, or the day of death: nothing of this life is later. */
    int horizon() {
        return Math.min(Days.NOW, death);
    }

    /** Whether the citizen has lived so many years. */
    boolean reached(int years) {
        return horizon() >= birthday(years);
    }

    /** The epoch day of that birthday, or the day after. */
    int birthday(int years) {
        return birth + Days.years(years);
    }

    LocalDate birthDate() {
        return Days.date(birth);
    }

    boolean azerbaijani() {
        return kin.plan.nation() == Nation.AZE;
    }

    Home home() {
        return Home.of(this);
    }

    /** A number of a paper that only this citizen has. */
    String serial(String paper, int width) {
        return Serial.digits(paper, id, width);
    }
}
