package az.dost.vahid.mock.population;

/**
 * A kin that is written down instead of drawn, and the seat of its persona.
 *
 * @param persona null where nobody of it has a fixed FIN
 */
record Part(Personas persona, int seat, KinPlan plan, Script script) {}
