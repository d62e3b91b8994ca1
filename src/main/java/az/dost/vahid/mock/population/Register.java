package az.dost.vahid.mock.population;

/** What one agency keeps. */
interface Register {
    /** Notes the agency's facts on the citizen, nothing where it has no record. */
    void report(Citizen citizen, Sheet sheet);
}
