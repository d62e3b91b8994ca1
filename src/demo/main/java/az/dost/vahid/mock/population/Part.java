package az.dost.vahid.mock.population;

/** The seat of a persona in a kin that is written down instead of drawn. */
record Part(Personas persona, int seat, KinPlan plan, Script script) {}
