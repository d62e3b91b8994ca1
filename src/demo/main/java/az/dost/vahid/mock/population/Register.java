package az.dost.vahid.mock.population;

/** What one agency keeps. */
public interface Register {
    /** Notes the agency's facts on the citizen, nothing where it has no record. */
    void report(Inhabitant citizen, Sheet sheet);
}
