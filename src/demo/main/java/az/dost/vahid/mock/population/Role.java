package az.dost.vahid.mock.population;

/** What a citizen is within a {@link Kin}; the grandparent is a parent of the father, the loner no relative at all. */
public enum Role {
    FATHER,
    MOTHER,
    CHILD,
    GRANDPARENT,
    LONER
}
